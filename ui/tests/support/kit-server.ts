/** The gallery of the kit as it would be shipped: built, and served under the window's content security policy. */
import { fileURLToPath } from 'node:url';
import { build, type PreviewServer, preview } from 'vite';

/** What the window needs; nothing inline, neither scripts nor style elements nor style attributes in markup. */
export const POLICY =
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'";

const ui = fileURLToPath(new URL('../../', import.meta.url));

export async function serveKit(): Promise<{ base: string; close: () => Promise<void> }> {
  // Beside the cache of Vite: Playwright empties test-results whenever it starts.
  const outDir = `${ui}node_modules/.vite/kit-dist`;
  const configFile = `${ui}vite.config.ts`;
  await build({
    configFile,
    logLevel: 'error',
    build: { outDir, emptyOutDir: true, rollupOptions: { input: `${ui}kit.html` } },
  });
  const server: PreviewServer = await preview({
    configFile,
    logLevel: 'error',
    build: { outDir },
    preview: { port: 0, strictPort: false, headers: { 'Content-Security-Policy': POLICY } },
  });
  const base = server.resolvedUrls?.local[0];
  if (base === undefined) {
    throw new Error('the gallery is not being served');
  }
  return { base, close: () => server.close() };
}
