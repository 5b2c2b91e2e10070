/** One decision for many: away from the number keys, with the number of what it is about said before. */
import { useEffect, useMemo, useState } from 'react';
import type { ReviewView } from '@/generated/wire.ts';
import { Button, Dialog, RadioGroup, Select } from '@/kit/index.ts';
import { useClient, useWords } from '@/lib/client.ts';
import { useNotices } from '@/lib/notices.ts';
import { awaited } from '@/lib/reading.ts';
import { decide, undecided } from './actions.ts';
import type { Filters } from './state.ts';

export interface BulkDialogProps {
  view: ReviewView;
  filters: Filters;
  onClose: () => void;
}

const ALL = 'all of them';

export function BulkDialog({ view, filters, onClose }: BulkDialogProps) {
  const client = useClient();
  const notices = useNotices();
  const { say } = useWords();
  const [file, setFile] = useState(filters.file ?? view.files[0]?.snapshot ?? '');
  const [field, setField] = useState(filters.field);
  const [kind, setKind] = useState(filters.kind);
  const [state, setState] = useState<'open' | ''>(filters.state === '' ? '' : 'open');
  const [decision, setDecision] = useState('theirs');
  const [names, setNames] = useState<readonly string[]>();
  const [busy, setBusy] = useState(false);
  const wanted = useMemo(
    (): Filters => ({ ...filters, state, file, field, kind }),
    [filters, state, file, field, kind],
  );
  useEffect(() => {
    setNames(undefined);
    return awaited(undecided(client, view.review, wanted), setNames, notices.report);
  }, [client, notices, view.review, wanted]);
  const run = async (): Promise<void> => {
    const items = names ?? [];
    const choice = {
      decision: decision === 'theirs' ? 'theirs' : decision === 'mine' ? 'mine' : 'later',
      from: decision === 'theirs' ? file : undefined,
    } as const;
    const { decided, left } = await decide(client, { review: view.review, items, choice });
    onClose();
    notices.tell({
      tone: 'done',
      text: [
        say('review-bulk-done', { count: decided }),
        ...(left > 0 ? [say('review-bulk-left', { count: left })] : []),
      ].join(' '),
      action: {
        label: say('review-bulk-back'),
        run: () =>
          void decide(client, { review: view.review, items, choice: undefined }).catch(notices.report),
      },
    });
  };
  const press = (): void => {
    setBusy(true);
    run()
      .catch(notices.report)
      .finally(() => setBusy(false));
  };
  const who = view.files.find(({ snapshot }) => snapshot === file)?.who ?? '';
  const any = (name: 'field' | 'kind') => ({ id: ALL, label: say(`review-by-${name}-all`) });
  return (
    <Dialog
      title={say('review-bulk-title')}
      size="medium"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say('cancel')}</Button>
          <Button
            look="primary"
            isDisabled={busy || names === undefined || names.length === 0}
            onPress={press}
            data-testid="review-bulk-do"
          >
            {say('review-bulk-do', { count: names?.length ?? 0 })}
          </Button>
        </>
      }
    >
      <p>{say('review-bulk-means')}</p>
      <div className="v-bulk">
        <Select
          label={say('review-by-file')}
          placeholder=""
          value={file}
          onChange={(key) => setFile(String(key))}
          choices={view.by_file.map(({ code, label }) => ({ id: code, label }))}
          data-testid="review-bulk-file"
        />
        <Select
          label={say('review-by-field')}
          placeholder=""
          value={field === undefined ? ALL : `code ${field}`}
          onChange={(key) => setField(key === ALL ? undefined : String(key).slice('code '.length))}
          choices={[
            any('field'),
            ...view.by_field.map(({ code, label }) => ({
              id: `code ${code}`,
              label: code === '' ? say('review-by-rows') : label,
            })),
          ]}
          data-testid="review-bulk-field"
        />
        <Select
          label={say('review-by-kind')}
          placeholder=""
          value={kind ?? ALL}
          onChange={(key) => setKind(key === ALL ? undefined : String(key))}
          choices={[any('kind'), ...view.by_kind.map(({ code, label }) => ({ id: code, label }))]}
        />
        <Select
          label={say('review-bulk-which')}
          placeholder=""
          value={state === '' ? ALL : state}
          onChange={(key) => setState(key === 'open' ? 'open' : '')}
          choices={[
            { id: 'open', label: say('review-bulk-open') },
            { id: ALL, label: say('review-bulk-all') },
          ]}
        />
      </div>
      <RadioGroup
        label={say('review-bulk-decision')}
        value={decision}
        onChange={setDecision}
        choices={[
          { id: 'theirs', label: say('review-choice-theirs', { who }) },
          { id: 'mine', label: say('review-choice-mine') },
          { id: 'later', label: say('review-choice-later') },
        ]}
        data-testid="review-bulk-decision"
      />
    </Dialog>
  );
}
