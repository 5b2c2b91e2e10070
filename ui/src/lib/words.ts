/** The window's own words, from the Fluent files. Whatever is said about data comes from the core, in words already. */
import { FluentBundle, FluentResource } from '@fluent/bundle';
import { pseudoOf } from './pseudo.ts';

const FILES = import.meta.glob<string>('../../../assets/locales/*/ui-*.ftl', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const FALLBACK = 'en';
/** Days before months in English, and Western digits in Arabic, as in the documents of the United Nations. */
const LOCALES: Readonly<Record<string, string>> = { ar: 'ar-u-nu-latn', en: 'en-GB' };
const FROM_THE_RIGHT: ReadonlySet<string> = new Set(['ar', 'fa', 'he', 'ur']);

export type WordArguments = Record<string, string | number>;
export type Say = (key: string, args?: WordArguments) => string;

export interface Words {
  /** The language that was asked for. */
  language: string;
  direction: 'ltr' | 'rtl';
  /** For numbers, days and times: Western digits in every language. */
  locale: string;
  say: Say;
}

interface Source {
  bundle: FluentBundle;
  frame(text: string): string;
}

/** The words of a language; of English where there are none. */
export function loadWords(language: string): Words {
  const pseudo = pseudoOf(language);
  const primary = language.split('-')[0] ?? FALLBACK;
  const files = pseudo ? FALLBACK : primary;
  const locale = LOCALES[files] ?? files;
  const sources = [...new Set([files, FALLBACK])].map((folder): Source => {
    const bundle = new FluentBundle(folder === FALLBACK ? FALLBACK : locale, {
      useIsolating: true,
      transform: pseudo?.transform ?? ((text) => text),
    });
    for (const [path, text] of Object.entries(FILES)) {
      if (path.includes(`/locales/${folder}/`)) {
        bundle.addResource(new FluentResource(text));
      }
    }
    return { bundle, frame: pseudo?.frame ?? ((text) => text) };
  });
  return {
    language,
    locale,
    direction: FROM_THE_RIGHT.has(primary) ? 'rtl' : 'ltr',
    say: (key, args) => format(sources, key, args),
  };
}

function format(sources: readonly Source[], key: string, args?: WordArguments): string {
  for (const { bundle, frame } of sources) {
    const message = bundle.getMessage(key);
    if (message?.value) {
      const errors: Error[] = [];
      const text = bundle.formatPattern(message.value, args ?? null, errors);
      if (errors.length === 0) {
        return frame(text);
      }
    }
  }
  // A test finds every key that is written out and not defined, and the tests in the browser hear of those that are put together;
  // a person sees at least what was meant.
  // oxlint-disable-next-line no-console
  console.error(`no words for ${key}`);
  return key;
}

/** Tells the page its language and direction. */
export function applyWords(words: Words, root: HTMLElement = document.documentElement): void {
  root.lang = words.direction === 'rtl' && !words.language.startsWith('ar') ? FALLBACK : words.language;
  root.dir = words.direction;
}
