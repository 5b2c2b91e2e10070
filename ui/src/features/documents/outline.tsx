/** The outline of a document: its blocks from top to bottom, typed, moved, added and taken out where they stand. */
import { Fragment, type KeyboardEvent, type RefObject, useEffect, useMemo, useRef } from 'react';
import type { FieldInfo, PaperOutline, RowView } from '@/generated/wire.ts';
import { Button, Menu } from '@/kit/index.ts';
import { useDiscreet, useEditable, useOff, useWords } from '@/lib/client.ts';
import { useNotices } from '@/lib/notices.ts';
import { useStore } from '@/lib/store.ts';
import { KindItems } from './kind-menu.tsx';
import { type BlockBench, useBlockOffer } from './offer.ts';
import './outline.css';
import { OutlineRow } from './outline-row.tsx';
import { landed, sectionOf } from './places.ts';
import { isWritten } from './settings.ts';
import { type DocumentsState, kindOf } from './state.ts';
import { useDrag } from './use-drag.ts';
import { type Edits, placesOf, useEdits } from './use-edits.ts';
import { WordsEditor } from './words-editor.tsx';

export interface OutlineProps {
  state: DocumentsState;
  document: string;
  blocks: readonly RowView[];
  /** What the page makes of them. */
  seen: readonly PaperOutline[];
  /** Words of blocks as the page has them: with figures of the plan in their place. */
  read: ReadonlyMap<string, string>;
  fields: readonly FieldInfo[];
  scroller: RefObject<HTMLElement | null>;
}

export function Outline({ state, document, blocks, seen, read, fields, scroller }: OutlineProps) {
  const notices = useNotices();
  const { say } = useWords();
  const editable = useEditable();
  const discreet = useDiscreet();
  const off = useOff();
  const list = useRef<HTMLOListElement>(null);
  const { block: at, by } = useStore(state.spot);
  const wanted = useRef<string | undefined>(undefined);
  const edits = useEdits({ state, document, blocks, fields, wanted });
  const { typing, current } = edits;
  const ids = useMemo(() => blocks.map(({ id }) => id), [blocks]);
  const stop = current?.id ?? ids[0];
  const kindField = fields.find(({ name }) => name === 'kind');

  const focus = (id: string): boolean => {
    const found = list.current?.querySelector<HTMLElement>(`[data-at="${CSS.escape(id)}"]`);
    found?.focus();
    return found !== undefined && found !== null;
  };
  // Looked for whenever other blocks are drawn, and when an editor has gone.
  useEffect(() => {
    if (wanted.current !== undefined && focus(wanted.current)) {
      wanted.current = undefined;
    }
  });
  useEffect(() => {
    if (at !== undefined && by === 'page') {
      const found = list.current?.querySelector(`li[data-block="${CSS.escape(at)}"]`);
      found?.scrollIntoView({ block: 'nearest' });
    }
  }, [at, by]);

  const { drag, onPointerDown } = useDrag(list, scroller, (moved, place) => {
    void edits.land(landed(ids, moved, place));
  });
  useBlockOffer(state, useBench(edits, ids));

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const target =
      event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-at]') : null;
    const id = target?.dataset['at'];
    if (id === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    const place = ids.indexOf(id);
    const block = blocks[place];
    const next = { ArrowDown: ids[place + 1], ArrowUp: ids[place - 1], Home: ids[0], End: ids.at(-1) }[
      event.key
    ];
    if (next !== undefined) {
      focus(next);
    } else if ((event.key === 'F2' || event.key === 'Enter') && block) {
      if (isWritten(kindOf(block))) {
        edits.edit(id);
      } else {
        // What shows rows of the plan has choices in the place of words.
        list.current?.querySelector<HTMLElement>('.dc-settings button, .dc-settings input')?.focus();
      }
    } else if (event.key === 'Delete') {
      if (editable) {
        void edits.remove();
      } else {
        notices.tell({ tone: 'attention', text: off });
      }
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  const newBlock = (after: string | undefined) =>
    typing?.sort === 'new' && typing.after === after ? (
      <li className="dc-block" data-current data-testid="block-typed">
        <div className="dc-row">
          <span className="dc-sign">
            {kindField?.choices.find(({ code }) => code === typing.kind)?.label}
          </span>
          <WordsEditor
            key={`${typing.kind} ${after ?? ''}`}
            label={say('documents-words-new')}
            text=""
            begun={typing.begun}
            max={maxOf(fields)}
            onKeep={edits.keepNew}
            onClose={edits.closeNew}
          />
        </div>
      </li>
    ) : null;
  const others = drag ? ids.filter((id) => !drag.ids.includes(id)) : ids;
  const landing = drag ? others[drag.place] : undefined;
  const line = <li className="dc-landing" aria-hidden="true" />;
  return (
    <section className="dc-outline" aria-label={say('documents-outline')} data-testid="outline">
      {blocks.length === 0 && typing === undefined ? (
        <p className="dc-nothing k-quiet">{say('documents-no-blocks')}</p>
      ) : null}
      {/* The keys of the rows; each row is a button. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <ol ref={list} className="dc-list" onKeyDown={onKeyDown} data-dragging={drag ? true : undefined}>
        {newBlock(undefined)}
        {blocks.map((block) => (
          <Fragment key={block.id}>
            {landing === block.id ? line : null}
            <OutlineRow
              block={block}
              seen={seen.find((one) => one.block === block.id)}
              read={read.get(block.id)}
              fields={fields}
              max={maxOf(fields)}
              isCurrent={at === block.id}
              isStop={stop === block.id}
              isTyped={typing?.sort === 'block' && typing.id === block.id}
              isDragged={drag?.ids.includes(block.id) ?? false}
              discreet={discreet}
              onSelect={() => {
                if (at !== block.id) {
                  state.go({ block: block.id, by: 'outline' });
                }
              }}
              onEdit={() => edits.edit(block.id)}
              onKeep={(text) => edits.keep(block, 'text', text)}
              onClose={(left, given, begun) => edits.close(block, left, given, begun)}
              onGrip={(event) =>
                // With Alt a heading leaves its section behind.
                onPointerDown(event, event.altKey ? [block.id] : sectionOf(placesOf(blocks), block.id))
              }
              onAdd={(kind) => edits.add(kind, block.id)}
              onKind={(kind) => void edits.keep(block, 'kind', kind).catch(notices.report)}
              onKept={state.caughtUp}
            />
            {newBlock(block.id)}
          </Fragment>
        ))}
        {drag && landing === undefined ? line : null}
      </ol>
      {editable ? (
        <div className="dc-add">
          <Menu
            trigger={
              <Button look="quiet" icon="plus" opens data-testid="block-new">
                {say('documents-add-end')}
              </Button>
            }
          >
            <KindItems field={kindField} off={off} onChoose={(kind) => edits.add(kind, ids.at(-1))} />
          </Menu>
        </div>
      ) : null}
    </section>
  );
}

function maxOf(fields: readonly FieldInfo[]): number {
  return fields.find(({ name }) => name === 'text')?.max ?? 0;
}

/** The same for the commands. */
function useBench(edits: Edits, ids: readonly string[]): BlockBench {
  const { current } = edits;
  return {
    block: () => current?.id,
    isWritten: () => current !== undefined && isWritten(kindOf(current)),
    edit: () => current && edits.edit(current.id),
    add: (kind) => edits.add(kind, current?.id ?? ids.at(-1)),
    remove: edits.remove,
    move: edits.move,
    isHeading: () => current !== undefined && kindOf(current) === 'heading',
    moveSection: edits.moveSection,
  };
}
