/** A view gets a name, or another one. */
import { useId, useState } from 'react';
import { Button, Dialog, TextField } from '@/kit/index.ts';
import { useWords } from '@/lib/client.ts';
import { savedAs, type SavedView, withName } from './saved.ts';
import type { TableState } from './state.ts';

export interface SavedDialogProps {
  state: TableState;
  /** The one that gets another name; without it, what is shown is saved. */
  view?: SavedView | undefined;
  onClose: (saved?: string) => void;
}

export function SavedDialog({ state, view, onClose }: SavedDialogProps) {
  const { list, saved } = state;
  const { say } = useWords();
  const id = useId();
  const [name, setName] = useState(view?.name ?? '');
  const same = withName(saved.get(), name);
  const isTaken = same !== undefined && same.id !== view?.id;
  const bare = name.trim();
  const keep = (): void => {
    if (bare === '' || (view && isTaken)) {
      return;
    }
    const others = saved.get();
    if (view) {
      saved.set(others.map((one) => (one.id === view.id ? { ...one, name: bare } : one)));
    } else {
      // Under a name that there is, it takes the place of what has it: that is said before.
      const key = same?.id ?? crypto.randomUUID();
      const next = savedAs(key, bare, list.get());
      saved.set(same ? others.map((one) => (one.id === key ? next : one)) : [...others, next]);
    }
    onClose(bare);
  };
  return (
    <Dialog
      title={say(view ? 'views-rename-title' : 'views-save-title')}
      isOpen
      onClose={() => onClose()}
      actions={
        <>
          <Button onPress={() => onClose()}>{say('cancel')}</Button>
          <Button
            look="primary"
            type="submit"
            form={id}
            isDisabled={bare === '' || (view !== undefined && isTaken)}
            data-testid="view-keep"
          >
            {say(view ? 'views-rename' : isTaken ? 'views-replace' : 'views-save')}
          </Button>
        </>
      }
    >
      <form
        id={id}
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
              ? say(view ? 'views-name-taken' : 'views-name-replaces', { name: bare })
              : say('views-text')
          }
          data-testid="view-name"
        />
      </form>
    </Dialog>
  );
}
