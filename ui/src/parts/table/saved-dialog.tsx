/** A view gets a name, or another one, and its place: on this machine, or with the plan. */
import { useId, useState } from 'react';
import { Button, Dialog, RadioGroup, TextField } from '@/kit/index.ts';
import { useEditable, useWords } from '@/lib/client.ts';
import type { Bench } from './actions.ts';
import { type KeptView, keepName, keepNew, useKeptViews, type ViewPlace } from './kept-views.ts';
import { withName } from './saved.ts';

export interface SavedDialogProps {
  bench: Bench;
  /** The one that gets another name; without it, what is shown is saved. */
  kept?: KeptView | undefined;
  onClose: (saved?: string) => void;
}

export function SavedDialog({ bench, kept, onClose }: SavedDialogProps) {
  const { say } = useWords();
  const editable = useEditable();
  const id = useId();
  const all = useKeptViews(bench.state);
  const [name, setName] = useState(kept?.view.name ?? '');
  // Private, until somebody says otherwise.
  const [place, setPlace] = useState<ViewPlace>(kept?.place ?? 'here');
  const [isKeeping, setKeeping] = useState(false);
  const beside = all.filter((one) => one.place === place).map(({ view }) => view);
  const same = withName(beside, name);
  const isTaken = same !== undefined && same.id !== kept?.view.id;
  const bare = name.trim();
  const isOff = bare === '' || isKeeping || (kept !== undefined && isTaken);
  const keep = (): void => {
    if (isOff) {
      return;
    }
    setKeeping(true);
    (kept ? keepName(bench, kept, bare) : keepNew(bench, place, bare, all)).then(
      () => onClose(bare),
      (reason: unknown) => {
        setKeeping(false);
        bench.notices.report(reason);
      },
    );
  };
  return (
    <Dialog
      title={say(kept ? 'views-rename-title' : 'views-save-title')}
      isOpen
      onClose={() => onClose()}
      actions={
        <>
          <Button onPress={() => onClose()}>{say('cancel')}</Button>
          <Button look="primary" type="submit" form={id} isDisabled={isOff} data-testid="view-keep">
            {say(kept ? 'views-rename' : isTaken ? 'views-replace' : 'views-save')}
          </Button>
        </>
      }
    >
      <form
        id={id}
        className="t-save"
        onSubmit={(event) => {
          event.preventDefault();
          keep();
        }}
      >
        <TextField
          autoFocus
          label={say('views-name')}
          value={name}
          maxLength={80}
          onChange={setName}
          description={
            isTaken
              ? say(kept ? 'views-name-taken' : 'views-name-replaces', { name: bare })
              : say('views-text')
          }
          data-testid="view-name"
        />
        {kept === undefined && editable ? (
          <RadioGroup
            label={say('views-place')}
            value={place}
            onChange={(next) => setPlace(next === 'plan' ? 'plan' : 'here')}
            choices={[
              { id: 'here', label: say('views-place-here') },
              { id: 'plan', label: say('views-place-plan') },
            ]}
            data-testid="view-place"
          />
        ) : null}
      </form>
    </Dialog>
  );
}
