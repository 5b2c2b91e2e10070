import { Header, ListBox, ListBoxItem, ListBoxSection, type Selection, Text } from 'react-aria-components';
import { Icon } from './icon.tsx';

export interface PickItem {
  id: string;
  label: string;
  /** Before the label, in a column of its own. */
  lead?: string;
  /** Quieter, below the label. */
  hint?: string;
  /** At the end of the line. */
  note?: string | undefined;
  isDisabled?: boolean;
}

export interface PickListProps {
  label: string;
  sections: readonly { label: string; items: readonly PickItem[] }[];
  selected: ReadonlySet<string>;
  onChange: (selected: ReadonlySet<string>) => void;
  /** Shown in place of items when there are none. */
  empty: string;
  'data-testid'?: string;
}

/** A list of which several can be chosen: arrows move, the space bar chooses, letters jump. */
export function PickList({ label, sections, selected, onChange, empty, ...rest }: PickListProps) {
  const change = (selection: Selection): void =>
    onChange(
      selection === 'all'
        ? new Set(
            sections.flatMap(({ items }) => items.filter((item) => !item.isDisabled).map((item) => item.id)),
          )
        : new Set([...selection].map(String)),
    );
  return (
    <ListBox
      {...rest}
      className="k-list k-picks"
      aria-label={label}
      selectionMode="multiple"
      selectedKeys={selected}
      onSelectionChange={change}
      renderEmptyState={() => <p className="k-list-empty">{empty}</p>}
    >
      {sections.map((section) => (
        <ListBoxSection key={section.label} id={section.label}>
          <Header className="k-list-header">{section.label}</Header>
          {section.items.map((item) => (
            <Pick key={item.id} item={item} />
          ))}
        </ListBoxSection>
      ))}
    </ListBox>
  );
}

function Pick({ item }: { item: PickItem }) {
  return (
    <ListBoxItem
      id={item.id}
      textValue={item.label}
      isDisabled={item.isDisabled ?? false}
      className="k-option k-pick"
    >
      <span className="k-checkbox-box">
        <Icon name="check" size={12} />
      </span>
      {item.lead === undefined ? null : <bdi className="k-pick-lead">{item.lead}</bdi>}
      <span className="k-option-words">
        <Text slot="label">
          <bdi>{item.label}</bdi>
        </Text>
        {item.hint ? (
          <Text slot="description" className="k-option-hint">
            {item.hint}
          </Text>
        ) : null}
      </span>
      {item.note === undefined ? null : <span className="k-quiet">{item.note}</span>}
    </ListBoxItem>
  );
}
