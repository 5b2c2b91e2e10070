/** Whose rows are mine: an organization of the catalogue by its short name, or any other. */
import { useEffect, useState } from 'react';
import { type Choice, ComboBox } from '@/kit/index.ts';
import { NOW, useClient, useWords } from '@/lib/client.ts';
import { useNotices } from '@/lib/notices.ts';
import { EVERYTHING } from '@/lib/views.ts';

/** More organizations than this are found by typing all of the name. */
const MOST = 2000;
const LONGEST = 40;

export interface OrganizationFieldProps {
  /** Short name of the organization, or what was typed. */
  value: string;
  onChange: (organization: string) => void;
}

export function OrganizationField({ value, onChange }: OrganizationFieldProps) {
  const client = useClient();
  const notices = useNotices();
  const { say } = useWords();
  const [choices, setChoices] = useState<readonly Choice[]>();
  useEffect(() => {
    let left = false;
    client
      .call('view_get', {
        kind: 'organization',
        source: NOW,
        query: EVERYTHING,
        from: 0,
        to: MOST,
        fields: ['acronym'],
      })
      .then(
        ({ rows }) => {
          if (!left) {
            setChoices(
              rows.map(({ short, title }) => ({
                id: short,
                label: short,
                ...(title === short ? {} : { hint: title }),
              })),
            );
          }
        },
        (reason: unknown) => {
          setChoices([]);
          notices.report(reason);
        },
      );
    return () => {
      left = true;
    };
  }, [client, notices]);
  // The list is read once, when the field is first drawn.
  return choices ? (
    <ComboBox
      label={say('settings-organization')}
      description={say('settings-organization-hint')}
      choices={choices}
      allowsCustomValue
      inputValue={value}
      onInputChange={(text) => onChange(text.slice(0, LONGEST))}
      onSelectionChange={(key) => {
        if (key !== null) {
          onChange(String(key));
        }
      }}
    />
  ) : null;
}
