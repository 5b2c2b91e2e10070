import { fileURLToPath } from 'node:url';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// React Aria carries its widgets' words in thirty languages; the six of the United Nations are kept.
const LOCALES = ['ar-AE', 'zh-CN', 'en-US', 'fr-FR', 'ru-RU', 'es-ES'];

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  plugins: [{ ...optimizeLocales.vite({ locales: LOCALES }), enforce: 'pre' }, react()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  // The Fluent files are in assets/, beside ui/.
  server: { port: 5173, strictPort: true, fs: { allow: ['..'] } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'safari18',
    // The content security policy admits neither inline scripts nor data: URLs for fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
    // What the window starts with comes in one piece: each file that is asked for goes through the shell.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'start', tags: ['$initial'] }] } } },
  },
});
