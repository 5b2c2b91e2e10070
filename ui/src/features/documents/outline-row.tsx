/** One block in the outline: its number or sign, its words or what it shows, and, where one is at it, what it is asked for. */
import { type PointerEvent, useRef } from 'react';
import type { FieldInfo, PaperOutline, RowView } from '@/generated/wire.ts';
import { Icon, IconButton, Menu, MenuItem, MenuSection, MenuSeparator, Select } from '@/kit/index.ts';
import { useEditable, useOff, useWords } from '@/lib/client.ts';
import { useCommandList } from '@/lib/commands.ts';
import { textOf } from '@/lib/fields.ts';
import { afterMenu } from './after-menu.ts';
import { KIND_ICONS, KindItems } from './kind-menu.tsx';
import { RowForm } from './row-form.tsx';
import { isSet, isWritten, levelOf, settingsOf } from './settings.ts';
import { kindOf, wordsOf } from './state.ts';
import { type Begun, type Left, WordsEditor } from './words-editor.tsx';

export interface OutlineRowProps {
  block: RowView;
  /** What the page makes of it; not there yet of a block that was just made. */
  seen: PaperOutline | undefined;
  /** Its words as the page has them. */
  read: string | undefined;
  fields: readonly FieldInfo[];
  isCurrent: boolean;
  /** It is the one that the keys come to. */
  isStop: boolean;
  isTyped: boolean;
  isDragged: boolean;
  /** The longest text. */
  max: number;
  discreet: boolean;
  onSelect: () => void;
  onEdit: () => void;
  onKeep: (text: string) => Promise<void>;
  onClose: (left: Left, given: boolean, next: Begun) => void;
  onGrip: (event: PointerEvent<HTMLElement>) => void;
  onAdd: (kind: string) => void;
  onKind: (kind: string) => void;
  onKept: () => Promise<void>;
}

const WIDE = ['caption'];
/** Words that hold a figure of the plan. */
const FIGURE = /\{[^}]+\}/;

export function OutlineRow(props: OutlineRowProps) {
  const { block, seen, fields, isCurrent, isStop, isTyped, discreet, onSelect, onEdit } = props;
  const { say } = useWords();
  const editable = useEditable();
  const wasCurrent = useRef(false);
  const kind = kindOf(block);
  const kindField = fields.find(({ name }) => name === 'kind');
  const label = textOf(block, 'kind') || (kindField?.choices[1]?.label ?? '');
  const written = isWritten(kind);
  const level = kind === 'heading' ? levelOf(block) : 0;
  const finding = !discreet && seen?.finding === true;
  const settings = settingsOf(kind, fields);
  return (
    <li
      className="dc-block"
      data-block={block.id}
      data-kind={kind}
      data-level={level || undefined}
      data-current={isCurrent || undefined}
      data-dragged={props.isDragged || undefined}
      data-testid="block"
    >
      <div className="dc-row">
        {editable ? (
          // By keys a block is moved with Alt and the arrows; the grip is for the pointer.
          <span
            className="dc-grip"
            aria-hidden="true"
            onPointerDown={(event) => props.onGrip(event)}
            data-testid="block-grip"
          >
            <Icon name="grip" size={14} />
          </span>
        ) : null}
        <span className="dc-sign" aria-hidden="true">
          <Sign kind={kind} number={seen?.number ?? ''} />
        </span>
        {isTyped ? (
          <WordsEditor
            label={say('documents-words-of', { kind: label })}
            text={wordsOf(block)}
            max={props.max}
            onKeep={props.onKeep}
            onClose={props.onClose}
          />
        ) : (
          <button
            type="button"
            className="dc-words"
            tabIndex={isStop ? 0 : -1}
            aria-current={isCurrent || undefined}
            data-at={block.id}
            onPointerDown={() => {
              wasCurrent.current = isCurrent;
            }}
            onFocus={onSelect}
            onClick={() => {
              // A second press on the words is for typing them.
              if (wasCurrent.current && written && editable) {
                onEdit();
              }
              onSelect();
            }}
            onDoubleClick={written && editable ? onEdit : undefined}
          >
            <span className="k-hidden">
              {[label, level > 0 ? say('documents-level', { level }) : '', seen?.number ?? '']
                .filter(Boolean)
                .join(' ')}
            </span>
            <Words block={block} kind={kind} label={label} seen={seen} read={props.read} />
            {finding ? (
              <span className="dc-finding">
                <Icon name="questions" size={14} />
                {say('documents-finding')}
              </span>
            ) : null}
          </button>
        )}
        <RowMenu {...props} field={kindField} label={label} />
      </div>
      {isCurrent && editable && settings.length + (kindField ? 1 : 0) > 0 ? (
        <div className="dc-settings" data-testid="block-settings">
          <KindChoice field={kindField} kind={kind === '' ? 'paragraph' : kind} onKind={props.onKind} />
          <RowForm
            row={block}
            fields={settings}
            label={say('documents-settings', { kind: label })}
            wide={WIDE}
            placeholders={{
              caption: say('documents-caption-example'),
              since: say('documents-since-example'),
            }}
            onKept={props.onKept}
          />
        </div>
      ) : null}
    </li>
  );
}

function Sign({ kind, number }: { kind: string; number: string }) {
  const icon = KIND_ICONS[kind];
  if (icon !== undefined) {
    return <Icon name={icon} size={14} />;
  }
  return <>{number !== '' ? number : kind === 'dash' ? '–' : kind === 'heading' ? '' : '¶'}</>;
}

function Words({
  block,
  kind,
  label,
  seen,
  read,
}: Pick<OutlineRowProps, 'block' | 'seen' | 'read'> & { kind: string; label: string }) {
  const { say } = useWords();
  const words = wordsOf(block);
  if (isWritten(kind)) {
    return words === '' ? (
      <span className="k-quiet">{say('documents-no-words')}</span>
    ) : (
      <bdi className="dc-text">{FIGURE.test(words) ? (read ?? words) : words}</bdi>
    );
  }
  const facts = ['objective', 'organization', 'status', 'holds', 'since']
    .map((name) => textOf(block, name))
    .filter((text) => text !== '');
  const caption = textOf(block, 'caption');
  return (
    <span className="dc-drawn">
      <span className="dc-kind">{label}</span>
      {facts.map((fact) => (
        <bdi key={fact} className="dc-fact">
          {fact}
        </bdi>
      ))}
      {seen ? <span className="dc-count">{say('documents-rows', { count: seen.rows })}</span> : null}
      {isSet(block, 'landscape') ? <span className="dc-count">{say('documents-landscape')}</span> : null}
      {caption === '' ? null : <bdi className="dc-caption">{caption}</bdi>}
    </span>
  );
}

function KindChoice({
  field,
  kind,
  onKind,
}: {
  field: FieldInfo | undefined;
  kind: string;
  onKind: (kind: string) => void;
}) {
  const { say } = useWords();
  return field ? (
    <Select
      label={field.label}
      placeholder={say('choose')}
      choices={field.choices.map(({ code, label }) => ({ id: code, label }))}
      value={kind}
      onChange={(key) => onKind(String(key))}
      data-testid="block-kind"
    />
  ) : null;
}

type RowMenuProps = OutlineRowProps & { field: FieldInfo | undefined; label: string };

function RowMenu({ block, isCurrent, field, label, onSelect, onEdit, onAdd }: RowMenuProps) {
  const { say } = useWords();
  const commands = useCommandList();
  const off = useOff();
  const run = (id: string) => (): void => {
    onSelect();
    // The commands are those of the block that one is at.
    afterMenu(() => commands.run(id));
  };
  const name = wordsOf(block) || textOf(block, 'caption') || label;
  return (
    <span className="dc-tools" data-current={isCurrent || undefined}>
      <Menu
        placement="bottom end"
        trigger={
          <IconButton
            icon="plus"
            label={say('documents-add-after')}
            excludeFromTabOrder={!isCurrent}
            data-testid="block-add"
          />
        }
      >
        <KindItems field={field} off={off} onChoose={onAdd} />
      </Menu>
      <Menu
        placement="bottom end"
        trigger={
          <IconButton
            icon="more"
            label={say('documents-block-menu', { name: name.slice(0, 60) })}
            excludeFromTabOrder={!isCurrent}
            data-testid="block-menu"
          />
        }
      >
        {isWritten(kindOf(block)) ? (
          <MenuItem
            id="edit"
            icon="edit"
            label={say('documents-block-edit')}
            off={off}
            onAction={() => afterMenu(onEdit)}
          />
        ) : null}
        <MenuSection label={say('documents-place')}>
          <MenuItem
            id="up"
            icon="up"
            label={say('documents-block-up')}
            off={off}
            onAction={run('block.up')}
          />
          <MenuItem
            id="down"
            icon="down"
            label={say('documents-block-down')}
            off={off}
            onAction={run('block.down')}
          />
          {kindOf(block) === 'heading' ? (
            <>
              <MenuItem
                id="section-up"
                icon="up"
                label={say('documents-section-up')}
                off={off}
                onAction={run('block.section-up')}
              />
              <MenuItem
                id="section-down"
                icon="down"
                label={say('documents-section-down')}
                off={off}
                onAction={run('block.section-down')}
              />
            </>
          ) : null}
        </MenuSection>
        <MenuSeparator />
        <MenuItem
          id="delete"
          icon="delete"
          danger
          label={say('documents-block-delete')}
          off={off}
          onAction={run('block.delete')}
        />
      </Menu>
    </span>
  );
}
