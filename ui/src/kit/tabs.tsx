import type { ReactNode } from 'react';
import { type Key, Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components';

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
  const select = onSelect ? (key: Key) => onSelect(String(key)) : undefined;
  return (
    <AriaTabs className="k-tabs" selectedKey={selected} onSelectionChange={select}>
      <TabList className="k-tab-list" aria-label={label}>
        {items.map((item) => (
          <Tab key={item.id} id={item.id} className="k-tab">
            {item.label}
            {item.count === undefined ? null : <span className="k-tab-count">{item.count}</span>}
          </Tab>
        ))}
      </TabList>
      {items.map((item) => (
        <TabPanel key={item.id} id={item.id} className="k-tab-panel">
          {item.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
