/** Tabs in one line. Where not all have room, those at the end are scrolled to, and a menu beside them names all. */
import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { type Key, Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components';
import { flushSync } from 'react-dom';
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
  const isCut = useIsCut(list);
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

/** Whether some tabs have no room. */
function useIsCut(list: RefObject<HTMLDivElement | null>): boolean {
  const [isCut, setCut] = useState(false);
  useLayoutEffect(() => {
    const tabs = list.current;
    const bar = tabs?.parentElement;
    if (!tabs || !bar) {
      return undefined;
    }
    const look = (): void => {
      const [first, last] = [tabs.firstElementChild, tabs.lastElementChild].map((tab) =>
        tab?.getBoundingClientRect(),
      );
      if (first && last) {
        // Against the whole bar: the menu takes room of its own, and must not make itself needed.
        const long = Math.max(first.right, last.right) - Math.min(first.left, last.left);
        const edge = Number.parseFloat(getComputedStyle(tabs).paddingInlineStart);
        setCut(long + 2 * edge > bar.clientWidth + 0.5);
      }
    };
    look();
    // At once: nobody sees tabs without room and no menu beside them.
    const lookAtOnce = (): void => flushSync(look);
    const size = new ResizeObserver(lookAtOnce);
    size.observe(bar);
    // Tabs are drawn after the list is, and others come when another row is shown: with the bar as wide as before.
    const words = new MutationObserver(lookAtOnce);
    words.observe(tabs, { childList: true, subtree: true, characterData: true });
    // Letters may come later than words.
    document.fonts?.ready.then(look, look);
    return () => {
      size.disconnect();
      words.disconnect();
    };
  }, [list]);
  return isCut;
}
