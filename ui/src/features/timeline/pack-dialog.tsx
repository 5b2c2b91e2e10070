/** The deadlines of a meeting, laid out backwards by a rule pack: seen before they are kept, in one step. */
import { useEffect, useState } from 'react';
import type { RulePackDays, RulePackView } from '@/generated/wire.ts';
import { Button, Callout, Checkbox, ComboBox, Dialog, Select } from '@/kit/index.ts';
import { useClient, useWords } from '@/lib/client.ts';
import { useNotices } from '@/lib/notices.ts';
import { useOrganizations } from './use-organizations.ts';

export interface PackDialogProps {
  /** The meeting. */
  milestone: string;
  onClose: () => void;
}

export function PackDialog({ milestone, onClose }: PackDialogProps) {
  const client = useClient();
  const notices = useNotices();
  const { say } = useWords();
  const [packs, setPacks] = useState<readonly RulePackView[]>();
  const [pack, setPack] = useState('');
  const [working, setWorking] = useState(false);
  /** Who files what is due; none: whom the rules name. */
  const [organization, setOrganization] = useState<string | null>(null);
  const organizations = useOrganizations();
  const [days, setDays] = useState<RulePackDays>();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [why, setWhy] = useState('');
  useEffect(() => {
    client.call('rule_packs', {}).then((found) => {
      setPacks(found);
      setPack((now) => (now === '' ? (found[0]?.id ?? '') : now));
    }, notices.report);
  }, [client, notices]);
  useEffect(() => {
    if (pack === '') {
      return undefined;
    }
    let over = false;
    client.call('rule_pack_days', { pack, milestone, working, organization }).then((found) => {
      if (!over) {
        setDays(found);
      }
    }, notices.report);
    return () => {
      over = true;
    };
  }, [client, notices, pack, milestone, working, organization]);
  const chosen = packs?.find(({ id }) => id === pack);
  const rules = (days?.lines ?? [])
    .filter(({ rule, there }) => !there && !left.has(rule))
    .map(({ rule }) => rule);
  const apply = async (): Promise<void> => {
    try {
      await client.write('rule_pack_apply', { pack, milestone, rules, working, organization });
      onClose();
    } catch (error) {
      setWhy(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <Dialog
      title={say('timeline-packs-title')}
      isOpen
      size="large"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say('cancel')}</Button>
          <Button
            look="primary"
            isDisabled={rules.length === 0}
            onPress={() => void apply()}
            data-testid="pack-keep"
          >
            {say('timeline-packs-keep', { count: rules.length })}
          </Button>
        </>
      }
    >
      <div className="tl-pack" data-testid="pack-dialog">
        <p>
          <bdi>{days?.meeting}</bdi>
        </p>
        <Select
          label={say('timeline-pack')}
          placeholder={say('timeline-pack')}
          choices={(packs ?? []).map(({ id, title }) => ({ id, label: title }))}
          selectedKey={pack}
          onSelectionChange={(key) => {
            setPack(String(key));
            setLeft(new Set());
            setWhy('');
          }}
        />
        {chosen ? (
          <p className="tl-quiet">
            {[chosen.description, chosen.provenance, chosen.in_plan ? '' : say('timeline-pack-shipped')]
              .filter((part) => part !== '')
              .join(' · ')}
          </p>
        ) : null}
        <Checkbox isSelected={working} onChange={setWorking}>
          {say('timeline-pack-working')}
        </Checkbox>
        {organizations ? (
          <ComboBox
            label={say('timeline-pack-organization')}
            description={say('timeline-pack-organization-hint')}
            choices={organizations}
            selectedKey={organization}
            onSelectionChange={(key) => setOrganization(key === null ? null : String(key))}
          />
        ) : null}
        <ul className="tl-lines" aria-live="polite">
          {days?.lines.map(({ rule, title, distance, when, notes, there, provenance }) => (
            <li key={rule} title={provenance}>
              <Checkbox
                isSelected={there || !left.has(rule)}
                isDisabled={there}
                onChange={(on) =>
                  setLeft((now) => new Set(on ? [...now].filter((one) => one !== rule) : [...now, rule]))
                }
              >
                <bdi>{title}</bdi>
              </Checkbox>
              <span className="tl-quiet">{distance}</span>
              <strong>{when}</strong>
              <span className="tl-note">
                {[...notes, there ? say('timeline-pack-there') : '']
                  .filter((note) => note !== '')
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ul>
        {why === '' ? null : <Callout tone="info">{why}</Callout>}
      </div>
    </Dialog>
  );
}
