import { useState } from 'react';
import {
  Badge,
  Button,
  Callout,
  Checkbox,
  Chip,
  ComboBox,
  Dialog,
  EmptyState,
  FilterChip,
  Icon,
  type IconName,
  IconButton,
  Key,
  Menu,
  MenuItem,
  MenuSection,
  MenuSeparator,
  MessageBar,
  Popover,
  SearchField,
  Select,
  StatusMark,
  type StatusShape,
  Tabs,
  TextField,
  ToggleButton,
  useAnnounce,
} from '../src/kit/index.ts';

const STATUSES: [StatusShape, string][] = [
  ['planned', 'Planned'],
  ['ongoing', 'Ongoing'],
  ['completed', 'Completed'],
  ['concluded', 'Concluded'],
  ['superseded', 'Superseded'],
  ['not_reported', 'Not reported'],
];

const ICONS: IconName[] = [
  'overview',
  'commitments',
  'timeline',
  'groups',
  'matrix',
  'documents',
  'requests',
  'review',
  'history',
  'questions',
  'catalogue',
  'undo',
  'redo',
  'search',
  'share',
  'down',
  'up',
  'back',
  'forward',
  'plus',
  'minus',
  'check',
  'close',
  'info',
  'warning',
  'more',
  'columns',
  'filter',
  'ascending',
  'descending',
  'calendar',
  'lock',
  'copy',
  'delete',
  'open',
  'new-file',
  'save',
  'sun',
  'moon',
  'contrast',
  'external',
  'edit',
  'panel',
  'grip',
  'eye',
  'eye-off',
  'download',
  'upload',
  'language',
  'keyboard',
  'settings',
  'person',
  'link',
  'flag',
  'tree',
  'organization',
];

const CHOICES = [
  { id: 'itu', label: 'ITU', hint: 'International Telecommunication Union' },
  { id: 'undp', label: 'UNDP', hint: 'United Nations Development Programme' },
  { id: 'unesco', label: 'UNESCO' },
];

export function Pieces() {
  const [open, setOpen] = useState(false);
  const [chips, setChips] = useState(['UNICEF', 'World Bank']);
  const announce = useAnnounce();
  return (
    <main className="g-page">
      <h1>Kit</h1>
      <div className="g-row">
        <Button look="primary" icon="plus">
          New
        </Button>
        <Button>Columns</Button>
        <Button icon="share">Share…</Button>
        <Button look="quiet" icon="undo">
          Undo “Set status”
        </Button>
        <IconButton icon="redo" label="Redo" shortcut="Ctrl Y" />
        <IconButton icon="redo" label="Redo, nothing" isDisabled />
        <Button look="danger">Delete</Button>
        <Button isDisabled>Disabled</Button>
        <Button look="primary" shortcut="3">
          Take both
        </Button>
        <ToggleButton defaultSelected>Quarter</ToggleButton>
        <ToggleButton>Month</ToggleButton>
        <Menu trigger={<Button opens>Menu</Button>}>
          <MenuItem id="edit" label="Edit" icon="edit" shortcut="F2" onAction={() => announce('Edit')} />
          <MenuItem id="copy" label="Copy" icon="copy" shortcut="Ctrl C" />
          <MenuSeparator />
          <MenuSection label="Take away">
            <MenuItem id="delete" label="Delete" hint="It can be undone" icon="delete" danger />
          </MenuSection>
        </Menu>
        <Popover trigger={<Button opens>Popover</Button>} label="A small panel">
          <p>What a popover holds.</p>
        </Popover>
        <Button onPress={() => setOpen(true)}>Dialog</Button>
        <Dialog
          title="Make your own copy?"
          isOpen={open}
          onClose={() => setOpen(false)}
          actions={
            <>
              <Button onPress={() => setOpen(false)}>Look around</Button>
              <Button look="primary" onPress={() => setOpen(false)}>
                Make my own copy
              </Button>
            </>
          }
        >
          <p>This plan is as the ITU gave it; it cannot be changed. Your own copy can.</p>
          <TextField label="Name of the copy" defaultValue="My plan" autoFocus />
        </Dialog>
      </div>
      <div className="g-row">
        <FilterChip isOn>Group: objective</FilterChip>
        <FilterChip>Lead</FilterChip>
        <FilterChip icon="plus" opens={false}>
          Filter
        </FilterChip>
        <Badge>1</Badge>
        <Badge>✱</Badge>
        <Badge look="line">GDC 71</Badge>
        <Badge look="quiet">74</Badge>
        <Badge look="attention">3 files</Badge>
        <Chip label="Co-chair" />
        <Chip look="firm" label="Co-lead, announced" />
        {chips.map((chip) => (
          <Chip key={chip} label={chip} onRemove={() => setChips(chips.filter((one) => one !== chip))} />
        ))}
        <Key>Ctrl K</Key>
      </div>
      <div className="g-row">
        {STATUSES.map(([status, word]) => (
          <StatusMark key={status} status={status} word={word} />
        ))}
        {STATUSES.map(([status, word]) => (
          <StatusMark key={status} status={status} word={word} wordHidden />
        ))}
      </div>
      <div className="g-fields">
        <TextField label="Title" defaultValue="Giga: connecting schools" />
        <TextField label="Next step" lines={2} placeholder="not stated" description="One sentence." />
        <TextField label="Date" defaultValue="3/4/2026" error="Is this 3 April or 4 March?" />
        <SearchField label="Search" placeholder="Search or run a command" shortcut="Ctrl K" />
        <Select label="Lead" choices={CHOICES} placeholder="not stated" defaultSelectedKey="itu" />
        <ComboBox label="Partner" choices={CHOICES} placeholder="Type a name" />
        <div className="g-row">
          <Checkbox defaultSelected>Standing</Checkbox>
          <Checkbox>No further steps</Checkbox>
          <Checkbox isIndeterminate>Mixed</Checkbox>
        </div>
      </div>
      <div className="g-columns">
        <Callout
          actions={
            <>
              <Button>Copy a question</Button>
              <Button>This is intended</Button>
            </>
          }
        >
          A co-lead has a partner: who is it? The source names none for any sub-group.
        </Callout>
        <Callout tone="info">Nothing is sent anywhere.</Callout>
        <Callout tone="danger">The disk is full. Nothing was lost.</Callout>
      </div>
      <div>
        <MessageBar actions={<Button>Make my own copy</Button>} onDismiss={() => undefined}>
          This is the ITU’s plan as given in early 2025. It is read-only.
        </MessageBar>
        <MessageBar tone="done">Saved at 14:32.</MessageBar>
        <MessageBar tone="attention">Somebody else has changed this file.</MessageBar>
        <MessageBar tone="danger">This could not be kept.</MessageBar>
      </div>
      <Tabs
        label="Details of the row"
        items={[
          { id: 'details', label: 'Details', content: <p>not stated</p> },
          { id: 'links', label: 'Links', count: 3, content: <p>three links</p> },
          { id: 'people', label: 'People', count: 1, content: <p>one person</p> },
        ]}
      />
      <EmptyState icon="questions" title="No questions" actions={<Button>Check again</Button>}>
        Nothing here that somebody should look at.
      </EmptyState>
      <div className="g-row">
        {ICONS.map((icon) => (
          <span key={icon} title={icon}>
            <Icon name={icon} />
          </span>
        ))}
      </div>
    </main>
  );
}
