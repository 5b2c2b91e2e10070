/** The rules behind `walls.test.ts`: each takes a file and answers with complaints, empty when all is well. */
import { posix } from 'node:path';

export interface SourceFile {
  /** Path from `ui/src`, with slashes. */
  path: string;
  text: string;
}

const IMPORT = /(?:\bfrom\s*|\bimport\s*\(?\s*)['"]([^'"]+)['"]/g;

/** What comes with a file: its imports, but not what it fetches later. */
const STATIC = /(?:\bfrom\s*|\bimport\s+)['"]([^'"]+)['"]/g;

/** Path from `ui/src` of what an import names, or undefined for a package. */
function target(file: SourceFile, spec: string): string | undefined {
  if (spec.startsWith('@/')) {
    return spec.slice(2);
  }
  return spec.startsWith('.') ? posix.normalize(posix.join(posix.dirname(file.path), spec)) : undefined;
}

function complaints(
  file: SourceFile,
  pattern: RegExp,
  say: (match: RegExpMatchArray) => string | undefined,
): string[] {
  const found: string[] = [];
  file.text.split('\n').forEach((line, index) => {
    for (const match of line.matchAll(pattern)) {
      const words = say(match);
      if (words) {
        found.push(`${file.path}:${index + 1}: ${words}`);
      }
    }
  });
  return found;
}

/** Imports that go through a wall. */
export function forbiddenImports(file: SourceFile): string[] {
  if (!/\.(ts|tsx|css)$/.test(file.path)) {
    return [];
  }
  const feature = /^features\/([^/]+)/.exec(file.path)?.[1];
  return complaints(file, IMPORT, (match) => {
    const spec = match[1] ?? '';
    if (spec.startsWith('@tauri-apps/') && !file.path.startsWith('lib/host/')) {
      return `imports ${spec}: only lib/host/ talks to Tauri, ask it through lib/api`;
    }
    const to = target(file, spec);
    if (to === undefined) {
      return undefined;
    }
    if (file.path.startsWith('kit/') && !to.startsWith('kit/')) {
      return `imports ${spec}: the kit imports nothing of ours, pass it in by props`;
    }
    const other = /^features\/([^/]+)/.exec(to)?.[1];
    if (feature && other && other !== feature) {
      return `imports ${spec}: features never import each other, move what both need to lib/ or kit/`;
    }
    if (/^(kit|lib)\//.test(file.path) && /^(app|features)\//.test(to)) {
      return `imports ${spec}: kit and lib know neither shell nor features`;
    }
    return undefined;
  });
}

const PHYSICAL_CSS =
  /(?<![\w-])((?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)|border-(?:top|bottom)-(?:left|right)-radius|left|right|(?:text-align|float|clear)\s*:\s*(?:left|right))(?=[\w-]*\s*[:;}]|\s*$)/g;
const PHYSICAL_JS = /\b((?:margin|padding|border|scrollMargin|scrollPadding)(?:Left|Right)\w*)\s*:/g;

/** Physical directions in styles. */
export function physicalProperties(file: SourceFile): string[] {
  const say = (match: RegExpMatchArray): string =>
    `"${match[1] ?? match[0]}" is physical: use inline-start, inline-end or their kin`;
  if (file.path.endsWith('.css')) {
    return complaints(file, PHYSICAL_CSS, say);
  }
  return file.path.endsWith('.tsx') ? complaints(file, PHYSICAL_JS, say) : [];
}

const COLOUR =
  /(?<![\w&-])(#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})(?![\w-])|(?:rgba?|hsla?|hwb|oklch|oklab|lab|lch)\()/gi;

/** Colours named in place. */
export function colourLiterals(file: SourceFile): string[] {
  if (file.path === 'kit/tokens.css' || !/\.(css|tsx)$/.test(file.path)) {
    return [];
  }
  return complaints(file, COLOUR, (match) => `"${match[1]}" is a colour: name it in kit/tokens.css`);
}

// Text between tags on one line, or alone on a line between a tag that ends and one that starts.
const TEXT =
  />\s*([^<>{}=;()]*\p{L}{2,}[^<>{}=;()]*?)\s*<\/|^\s*(\p{Lu}\p{L}*(?:\s+[\p{L}\d.,:’'-]+)+)\s*$/gu;
const ATTRIBUTE =
  /\s(title|alt|placeholder|label|aria-label|aria-description|aria-roledescription|aria-valuetext)="([^"]*\p{L}{2,}[^"]*)"/gu;

/** Words for people written in JSX. */
export function inlineStrings(file: SourceFile): string[] {
  if (!file.path.endsWith('.tsx')) {
    return [];
  }
  const bare = { ...file, text: withoutImports(withoutComments(file.text)) };
  const say = (words: string): string => `"${words}" is written in place: words come from Fluent`;
  return [
    ...complaints(bare, TEXT, (match) => say((match[1] ?? match[2] ?? '').trim())),
    ...complaints(bare, ATTRIBUTE, (match) => say(match[2] ?? '')),
  ];
}

const blank = (text: string): string => text.replace(/[^\n]/g, ' ');

/** The text with comments blanked and lines kept, so that numbers of lines stay right. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, blank).replace(/(^|\s)\/\/[^\n]*/g, blank);
}

/** The same for lists of imports, whose lines look like sentences. */
function withoutImports(text: string): string {
  return text.replace(/^(?:import|export)\s[^;{]*\{[^}]*\}/gm, blank);
}

/** Classes that are drawn by what is fetched on its own, and whose sheet is not fetched with it: it looks right only after another. */
export function unfetchedSheets(files: readonly SourceFile[]): string[] {
  const known = new Map(files.map((file) => [file.path, file]));
  const sheets = files.filter(({ path }) => path.endsWith('.css') && !path.startsWith('kit/'));
  const owners = new Map(
    sheets.flatMap(({ path, text }) =>
      [...text.matchAll(/^\.([a-z]+-[\w-]+)/gm)].map(([, name]) => [name ?? '', path] as const),
    ),
  );
  const reached = (from: readonly string[]): ReadonlySet<string> => {
    const all = new Set(from);
    // A set that grows while it is walked is walked to its end.
    for (const path of all) {
      for (const [, spec] of known.get(path)?.text.matchAll(STATIC) ?? []) {
        const to = target({ path, text: '' }, spec ?? '');
        if (to !== undefined && known.has(to)) {
          all.add(to);
        }
      }
    }
    return all;
  };
  const fetched = files.flatMap((file) =>
    [...file.text.matchAll(/\bimport\('([^']+)'\)/g)].flatMap(([, spec]) => target(file, spec ?? '') ?? []),
  );
  return [...new Set(fetched)].flatMap((entry) => {
    const there = reached(['main.tsx', entry]);
    const missing = [...reached([entry])].flatMap((path) =>
      [...(known.get(path)?.text.matchAll(/className=["'{`][^>]*?["'`]/g) ?? [])].flatMap(([drawn]) =>
        [...drawn.matchAll(/[\w-]+/g)].flatMap(([name]) => {
          const sheet = owners.get(name);
          return sheet === undefined || there.has(sheet)
            ? []
            : [`${entry}: ${path} draws .${name}: import ${sheet} where it is drawn`];
        }),
      ),
    );
    return [...new Set(missing)];
  });
}
