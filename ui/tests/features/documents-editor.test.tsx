/** The words of a block: which keys keep them, which give them up, and that nothing typed meanwhile is lost. */
import { act, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { type Begun, type Left, WordsEditor } from '@/features/documents/words-editor.tsx';
import { ClientProvider, createClient } from '@/lib/client.ts';
import { createNotices, NoticeProvider } from '@/lib/notices.ts';
import { FakeHost } from '../fake/host.ts';

interface Scene {
  kept: string[];
  closed: { left: Left; given: boolean; next: Begun }[];
  /** Lets what is being kept be kept, or refuses it. */
  answer: (reason?: Error) => Promise<void>;
}

function show(begun?: Begun): Scene {
  const client = createClient(new FakeHost(), 'en');
  const kept: string[] = [];
  const closed: Scene['closed'] = [];
  let settle: (reason?: Error) => void = () => undefined;
  render(
    <ClientProvider value={client}>
      <NoticeProvider value={createNotices(() => client.words.get())}>
        <WordsEditor
          label="Words"
          text="Before"
          begun={begun}
          max={1000}
          onKeep={(text) => {
            kept.push(text);
            return new Promise((done, failed) => {
              settle = (reason) => (reason ? failed(reason) : done());
            });
          }}
          onClose={(left, given, next) => closed.push({ left, given, next })}
        />
      </NoticeProvider>
    </ClientProvider>,
  );
  return { kept, closed, answer: (reason) => act(async () => settle(reason)) };
}

const area = (): HTMLElement => screen.getByRole('textbox', { name: 'Words' });

describe('the words of a block', () => {
  it('Enter keeps, Shift+Enter is a new line', async () => {
    const { kept, closed, answer } = show();
    await userEvent.type(area(), ' and{Shift>}{Enter}{/Shift}after{Enter}');
    expect(kept).toEqual(['Before and\nafter']);
    await answer();
    expect(closed).toEqual([{ left: 'back', given: false, next: { text: '', ended: false } }]);
  });

  it('Escape gives up, and what was not changed is not kept', async () => {
    const { kept, closed } = show();
    await userEvent.type(area(), ' and{Escape}');
    expect(kept).toEqual([]);
    expect(closed.map(({ given }) => given)).toEqual([true]);
  });

  it('Ctrl+Enter goes on, and what is typed meanwhile is the next block', async () => {
    const { kept, closed, answer } = show();
    await userEvent.type(area(), '.{Control>}{Enter}{/Control}Next one{Enter}');
    expect(kept).toEqual(['Before.']);
    await answer();
    expect(closed).toEqual([{ left: 'on', given: false, next: { text: 'Next one', ended: true } }]);
  });

  it('what is refused stays, with what was typed since', async () => {
    const { closed, answer } = show();
    await userEvent.type(area(), '.{Control>}{Enter}{/Control}More');
    await answer(new Error('no'));
    expect(closed).toEqual([]);
    expect(area()).toHaveProperty('value', 'Before.\nMore');
  });

  it('what was ended while another was kept is kept at once', () => {
    const { kept } = show({ text: 'Typed ahead', ended: true });
    expect(kept).toEqual(['Typed ahead']);
  });

  it('an input method keeps its Enter', async () => {
    const { kept } = show();
    fireEvent.compositionStart(area());
    fireEvent.keyDown(area(), { key: 'Enter' });
    expect(kept).toEqual([]);
    fireEvent.compositionEnd(area());
  });
});
