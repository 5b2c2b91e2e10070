/** The walls of the house, as far as they run through the UI. Each failure names file, line and remedy. */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  colourLiterals,
  forbiddenImports,
  inlineStrings,
  physicalProperties,
  type SourceFile,
  unfetchedSheets,
} from './support/walls.ts';

const src = resolve(dirname(fileURLToPath(import.meta.url)), '../src');

function walk(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? walk(path) : [path];
  });
}

const files: SourceFile[] = walk(src)
  .map((path) => ({ path: relative(src, path).replaceAll('\\', '/'), text: readFileSync(path, 'utf8') }))
  .filter((file) => !file.path.startsWith('generated/'));

describe('walls of ui/src', () => {
  it('finds the sources', () => {
    expect(files.some((file) => file.path === 'main.tsx')).toBe(true);
  });

  it('features never import each other, the kit imports nothing of ours, Tauri is known to lib/host alone', () => {
    expect(files.flatMap(forbiddenImports)).toEqual([]);
  });

  it('no physical direction in styles: a mirrored window would need rules of its own', () => {
    expect(files.flatMap(physicalProperties)).toEqual([]);
  });

  it('classes of each part of the window begin with a letter of its own: sheets that are loaded later change nothing', () => {
    const owners = new Map<string, Set<string>>();
    for (const { path, text } of files.filter(({ path }) => path.endsWith('.css'))) {
      const owner = path.startsWith('kit/') ? 'kit' : dirname(path);
      for (const [, letters] of text.matchAll(/^\.([a-z]+)-/gm)) {
        owners.set(letters ?? '', (owners.get(letters ?? '') ?? new Set()).add(owner));
      }
    }
    expect(owners.size).toBeGreaterThan(5);
    expect([...owners].filter(([, folders]) => folders.size > 1).map(([letters]) => letters)).toEqual([]);
  });

  it('what is fetched on its own brings the sheets of what it draws', () => {
    expect(unfetchedSheets(files)).toEqual([]);
  });

  it('no colour is named outside kit/tokens.css', () => {
    expect(files.flatMap(colourLiterals)).toEqual([]);
  });

  it('no length stands for a colour: the browser would leave the line out without a word', () => {
    const taken = files
      .filter(({ path }) => path.endsWith('.css'))
      .flatMap(({ path, text }) =>
        [
          ...text.matchAll(
            /(?:solid|dashed|dotted|background:|fill:|stroke:|[^-]color:) *var\(--line(?:-tight)?\)/g,
          ),
        ].map(([found]) => `${path}: ${found}`),
      );
    expect(taken).toEqual([]);
  });

  it('no words for people in JSX: they come from Fluent', () => {
    expect(files.flatMap(inlineStrings)).toEqual([]);
  });
});

describe('package-lock.json', () => {
  it('names every optional package: without those of other systems, npm ci refuses the file', () => {
    interface Lock {
      packages: Record<string, { optionalDependencies?: Record<string, string> }>;
    }
    const { packages } = JSON.parse(readFileSync(resolve(src, '../package-lock.json'), 'utf8')) as Lock;
    const present = new Set(Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, '')));
    const wanted = Object.values(packages).flatMap((one) => Object.keys(one.optionalDependencies ?? {}));
    expect(wanted.length).toBeGreaterThan(0);
    expect(wanted.filter((name) => !present.has(name))).toEqual([]);
  });
});

describe('the walls themselves hold', () => {
  const at = (path: string, text: string): SourceFile => ({ path, text });

  it('sees a feature that reaches into another', () => {
    expect(
      forbiddenImports(at('features/commitment/a.tsx', "import { x } from '../milestone/b';")),
    ).toHaveLength(1);
    expect(
      forbiddenImports(at('features/commitment/a.tsx', "import { x } from '@/features/group';")),
    ).toHaveLength(1);
    expect(forbiddenImports(at('features/commitment/a.tsx', "import { x } from './b';"))).toHaveLength(0);
    expect(forbiddenImports(at('features/commitment/a.tsx', "import { x } from '@/kit';"))).toHaveLength(0);
  });

  it('sees a kit that knows of planning, and Tauri outside its host', () => {
    expect(forbiddenImports(at('kit/a.tsx', "import { x } from '../lib/api';"))).toHaveLength(1);
    expect(forbiddenImports(at('kit/grid/a.tsx', "import { x } from '../icon';"))).toHaveLength(0);
    expect(
      forbiddenImports(at('lib/api/a.ts', "import { invoke } from '@tauri-apps/api/core';")),
    ).toHaveLength(1);
    expect(
      forbiddenImports(at('lib/host/a.ts', "import { invoke } from '@tauri-apps/api/core';")),
    ).toHaveLength(0);
  });

  it('sees physical properties and colours, and not logical ones', () => {
    expect(
      physicalProperties(at('app/a.css', '.a { margin-left: 1px; text-align: right; left: 0 }')),
    ).toHaveLength(3);
    expect(physicalProperties(at('app/a.tsx', '<p style={{ paddingRight: 2 }} />'))).toHaveLength(1);
    expect(
      physicalProperties(at('app/a.css', '.a { margin-inline-start: 1px; inset-inline-start: 0 }')),
    ).toEqual([]);
    expect(colourLiterals(at('app/a.css', '.a { color: #fff; background: rgb(0 0 0 / .5) }'))).toHaveLength(
      2,
    );
    expect(colourLiterals(at('kit/tokens.css', ':root { --ink: #000 }'))).toEqual([]);
    expect(colourLiterals(at('app/a.css', '#root { color: var(--ink) }'))).toEqual([]);
  });

  it('sees words between tags and in attributes that people read', () => {
    expect(inlineStrings(at('app/a.tsx', 'const a = <p>Hello there</p>;'))).toHaveLength(1);
    expect(inlineStrings(at('app/a.tsx', 'const a = <p title="Hello">{t("x")}</p>;'))).toHaveLength(1);
    expect(inlineStrings(at('app/a.tsx', 'const a = <p className="x">{t("x")} · </p>;'))).toEqual([]);
    expect(
      inlineStrings(at('app/a.tsx', "import {\n  Button as AriaButton,\n  Input,\n} from 'x';")),
    ).toEqual([]);
    expect(inlineStrings(at('app/a.tsx', '<p>\n  Nothing to see here.\n</p>'))).toHaveLength(1);
    expect(inlineStrings(at('app/a.ts', 'const f = (a: Map<string, number>): Set<string> => g(a);'))).toEqual(
      [],
    );
  });
});
