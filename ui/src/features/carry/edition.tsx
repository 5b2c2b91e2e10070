/** It ends in an edition: a state of the plan under a name of its own; and what was before stays quotable. */
import { useState } from 'react';
import type { EditionMade, EditionReady, EditionView } from '@/generated/wire.ts';
import { FilterChip, Menu, MenuItem, TextField } from '@/kit/index.ts';
import { useClient, useWords } from '@/lib/client.ts';
import { copyText } from '@/lib/copied.ts';
import { useNavigation } from '@/lib/navigation.ts';
import { useNotices } from '@/lib/notices.ts';
import { dayOf } from '@/lib/times.ts';
import { createDraft, FormDialog } from '@/parts/forms/index.ts';

export interface EditionDialogProps {
  instrument: string;
  ready: EditionReady;
  onMade: (made: EditionMade) => void;
  onClose: () => void;
}

export function EditionDialog({ instrument, ready, onMade, onClose }: EditionDialogProps) {
  const client = useClient();
  const { say } = useWords();
  const [draft] = useState(() => createDraft());
  const [name, setName] = useState(ready.name);
  const namesBefore = ready.before !== null && ready.before_named === '';
  const [before, setBefore] = useState(namesBefore ? ready.before_name : '');
  return (
    <FormDialog
      title={say('carry-edition-title')}
      keep={say('carry-edition-keep')}
      draft={draft}
      narrow
      onKeep={async () => {
        const made = await client.call('edition_make', {
          name,
          instrument,
          // Who sees this was told how many are open, and asked.
          although_open: true,
          ...(before.trim() === '' ? {} : { before }),
        });
        client.said.emit(made.announcement);
        onMade(made);
      }}
      onClose={onClose}
    >
      <p>
        {say('carry-edition-text', { decided: ready.counts.all - ready.counts.open, all: ready.counts.all })}
      </p>
      <TextField
        label={say('carry-edition-name')}
        value={name}
        onChange={setName}
        maxLength={200}
        isRequired
        autoFocus
        data-testid="edition-name"
      />
      {ready.before_named === '' ? null : (
        <p className="k-quiet">{say('carry-edition-before-named', { name: ready.before_named })}</p>
      )}
      {namesBefore ? (
        <TextField
          label={say('carry-edition-before')}
          description={say('carry-edition-before-hint')}
          value={before}
          onChange={setBefore}
          maxLength={200}
          data-testid="edition-before"
        />
      ) : null}
    </FormDialog>
  );
}

/** The edition that was made last for an instrument: to be opened and quoted. */
export function EditionMenu({ edition }: { edition: EditionView }) {
  const client = useClient();
  const notices = useNotices();
  const navigation = useNavigation();
  const { say, locale } = useWords();
  return (
    <Menu
      label={say('carry-edition-menu')}
      trigger={
        <FilterChip icon="history" data-testid="carry-edition-made">
          <span className="l-chip-words">
            <bdi>{edition.name}</bdi>
            {` · ${dayOf(edition.at, locale)}`}
          </span>
        </FilterChip>
      }
    >
      <MenuItem
        id="look"
        icon="history"
        label={say('carry-edition-look')}
        onAction={() => void navigation.look(edition.source, edition.name).catch(notices.report)}
      />
      <MenuItem
        id="quote"
        icon="copy"
        label={say('copy-citation')}
        onAction={() => void copyText(client, edition.quote).catch(notices.report)}
      />
    </Menu>
  );
}
