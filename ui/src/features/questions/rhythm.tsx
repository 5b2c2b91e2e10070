/** How often a report is due: the plan sets it, and what is older is asked about. */
import { Select } from '@/kit/index.ts';
import { useClient, useEditable, useSource, useWords } from '@/lib/client.ts';
import { cellOf } from '@/lib/fields.ts';
import { useNotices } from '@/lib/notices.ts';
import { useReading } from '@/lib/reading.ts';

/** Months. */
const RHYTHMS = [1, 3, 6, 12, 24] as const;
const NONE = 'none';

export function Rhythm() {
  const client = useClient();
  const notices = useNotices();
  const { say } = useWords();
  const source = useSource();
  const editable = useEditable();
  const { value } = useReading('row_get', { kind: 'about', id: 'about', source });
  if (!value) {
    return null;
  }
  const was = cellOf(value.row, 'report_every').value;
  const months = typeof was === 'number' ? was : undefined;
  const known = months === undefined || RHYTHMS.some((one) => one === months) ? [] : [months];
  const choose = async (key: string): Promise<void> => {
    await client.write('about_set', {
      id: 'about',
      field: 'report_every',
      value: key === NONE ? null : Number(key),
      words: null,
      was,
      token: null,
    });
  };
  return (
    <div className="q-rhythm">
      <Select
        label={say('questions-rhythm')}
        placeholder={say('questions-rhythm-none')}
        isDisabled={!editable}
        choices={[
          { id: NONE, label: say('questions-rhythm-none') },
          ...[...known, ...RHYTHMS].map((one) => ({
            id: String(one),
            label: say('questions-rhythm-months', { count: one }),
          })),
        ]}
        value={months === undefined ? NONE : String(months)}
        onChange={(key) => {
          choose(String(key)).catch(notices.report);
        }}
      />
    </div>
  );
}
