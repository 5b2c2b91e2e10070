/** Tabs in one line. Where not all have room, those at the end are scrolled to, and a menu beside them names all. */
import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { type Key, Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components';
import { IconButton } from './button.tsx';
import { Menu, MenuItem } from './menu.tsx';
import { useKitStrings } from './strings.tsx';

export interface TabItem {
  id: string;
  label: string;
  /** Shown quietly after the label. */
  count?: number | string;
  content: ReactNode;
}

export interface TabsProps {
  label: string;
  items: readonly TabItem[];
  selected?: string;
  onSelect?: (id: string) => void;
}

export function Tabs({ label, items, selected, onSelect }: TabsProps) {
  const strings = useKitStrings();
  const list = useRef<HTMLDivElement>(null);
  const [here, setHere] = useState(selected ?? items[0]?.id);
  const chosen = selected ?? here;
  const isCut = useIsCut(list, items.map(({ label: name, count }) => `${name} ${count ?? ''}`).join());
  const select = (key: Key): void => {
    setHere(String(key));
    onSelect?.(String(key));
  };
  // The one that is shown is in sight, also where something else than a press has chosen it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is looked for again when another is chosen, or the room changes.
  useEffect(() => {
    list.current
      ?.querySelector('[role="tab"][aria-selected="true"]')
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [chosen, isCut]);
  return (
    <AriaTabs className="k-tabs" selectedKey={chosen} onSelectionChange={select}>
      <div className="k-tab-bar" data-cut={isCut || undefined}>
        <TabList ref={list} className="k-tab-list" aria-label={label}>
          {items.map((item) => (
            <Tab key={item.id} id={item.id} className="k-tab">
              {item.label}
              {item.count === undefined ? null : <span className="k-tab-count">{item.count}</span>}
            </Tab>
          ))}
        </TabList>
        {isCut ? (
          <Menu
            trigger={<IconButton icon="down" label={strings.allTabs()} data-testid="all-tabs" />}
            placement="bottom end"
            selectionMode="single"
            selectedKeys={chosen === undefined ? [] : [chosen]}
            onAction={select}
          >
            {items.map(({ id, label: name, count }) => (
              <MenuItem key={id} id={id} label={count === undefined ? name : `${name} ${count}`} />
            ))}
          </Menu>
        ) : null}
      </div>
      {items.map((item) => (
        <TabPanel key={item.id} id={item.id} className="k-tab-panel">
          {item.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}

/** Whether some tabs have no room. `words`: what stands in them. */
function useIsCut(list: RefObject<HTMLDivElement | null>, words: string): boolean {
  const [isCut, setCut] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words are as long as they are, without the list being another.
  useLayoutEffect(() => {
    const bar = list.current?.parentElement;
    if (!bar) {
      return undefined;
    }
    const look = (): void => {
      const tabs = [...(list.current?.children ?? [])];
      const [first, last] = [tabs[0], tabs.at(-1)].map((tab) => tab?.getBoundingClientRect());
      if (first && last) {
        // Against the whole bar: the menu takes room of its own, and must not make itself needed.
        const long = Math.max(first.right, last.right) - Math.min(first.left, last.left);
        const { paddingInlineStart, paddingInlineEnd } = getComputedStyle(list.current ?? bar);
        setCut(
          long + Number.parseFloat(paddingInlineStart) + Number.parseFloat(paddingInlineEnd) >
            bar.clientWidth,
        );
      }
    };
    look();
    const size = new ResizeObserver(look);
    size.observe(bar);
    for (const tab of list.current?.children ?? []) {
      size.observe(tab);
    }
    return () => size.disconnect();
  }, [list, words]);
  return isCut;
}
