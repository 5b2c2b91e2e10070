/** Everything that the window needs around it. */
import { useMemo } from 'react';
import { I18nProvider } from 'react-aria-components';
import { type Client, ClientProvider, useWords } from '@/lib/client.ts';
import { type CommandList, CommandProvider } from '@/lib/commands.ts';
import { type Editing, EditingProvider } from '@/lib/editing.ts';
import { KitStringsProvider, kitStrings, LiveRegion } from '@/kit/index.ts';
import { NoticeProvider, type Notices } from '@/lib/notices.ts';
import { Boundary } from './boundary.tsx';
import { Window, type WindowProps } from './window.tsx';

export interface AppProps extends WindowProps {
  client: Client;
  commands: CommandList;
  notices: Notices;
  editing: Editing;
}

export function App({ client, commands, notices, editing, ...rest }: AppProps) {
  return (
    <ClientProvider value={client}>
      <CommandProvider value={commands}>
        <NoticeProvider value={notices}>
          <EditingProvider value={editing}>
            <Spoken {...rest} />
          </EditingProvider>
        </NoticeProvider>
      </CommandProvider>
    </ClientProvider>
  );
}

function Spoken(props: WindowProps) {
  const words = useWords();
  const strings = useMemo(() => kitStrings(words.say), [words]);
  // React Aria's own words; of a language that nobody speaks, those of the language behind it.
  const locale = words.direction === 'rtl' ? 'ar-AE' : words.language === 'en-XA' ? 'en-US' : words.locale;
  return (
    <I18nProvider locale={locale}>
      <KitStringsProvider strings={strings}>
        <Boundary say={words.say}>
          <LiveRegion>
            <Window {...props} />
          </LiveRegion>
        </Boundary>
      </KitStringsProvider>
    </I18nProvider>
  );
}
