/** From nothing to the first rows: what the window needs is asked for at once, and shown when it is there. */
import { createRoot } from 'react-dom/client';
import { createList, fieldsOf, queryOf } from '@/features/commitments/index.ts';
import { createClient } from '@/lib/client.ts';
import { createCommands } from '@/lib/commands.ts';
import { createEditing } from '@/lib/editing.ts';
import type { Host } from '@/lib/host/index.ts';
import { isText, recall } from '@/lib/kept.ts';
import { createNotices } from '@/lib/notices.ts';
import { RowsView } from '@/lib/views.ts';
import { CommandError } from '@/lib/api.ts';
import { App } from './app.tsx';
import { windowCommands } from './offer.ts';
import { createPanes } from './panes.ts';
import { LANGUAGE } from '@/lib/settings.ts';

export async function start(host: Host, element: HTMLElement): Promise<void> {
  const client = createClient(host, recall(LANGUAGE, isText) ?? 'en');
  const notices = createNotices(() => client.words.get());
  const commands = createCommands(notices.report);
  const panes = createPanes();
  const list = createList();
  commands.add(windowCommands(client, notices, panes));
  const starting = client.start();
  const { columns } = list.get();
  const shape = { kind: 'commitment', source: { at: 'now' as const }, fields: fieldsOf(columns) };
  const view = new RowsView(client, shape, queryOf(list.get()));
  const editing = createEditing(client, notices);
  const root = createRoot(element);
  try {
    const { languages, problem } = await starting;
    if (problem) {
      notices.report(new CommandError(problem));
    }
    root.render(
      <App
        client={client}
        commands={commands}
        notices={notices}
        editing={editing}
        panes={panes}
        list={list}
        view={view}
        languages={languages}
      />,
    );
  } catch (reason) {
    const { say } = client.words.get();
    const words = reason instanceof Error ? reason.message : String(reason);
    root.render(
      <main className="a-failed" data-testid="failed">
        <h1>{say('start-failed-title')}</h1>
        <p>{words}</p>
        <pre>{reason instanceof CommandError ? reason.details : null}</pre>
      </main>,
    );
  }
}
