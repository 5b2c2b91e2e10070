import { defineConfig, mergeConfig } from 'vitest/config';
import vite from './vite.config.ts';

const shared = { globals: false, restoreMocks: true, testTimeout: 20_000 };

export default mergeConfig(
  vite,
  defineConfig({
    test: {
      projects: [
        {
          extends: './vite.config.ts',
          test: {
            ...shared,
            name: 'components',
            environment: 'jsdom',
            include: ['tests/**/*.test.{ts,tsx}', 'src/**/*.test.{ts,tsx}'],
            exclude: ['tests/e2e/**', 'tests/walls.test.ts'],
            setupFiles: ['tests/support/setup.ts'],
          },
        },
        {
          extends: './vite.config.ts',
          test: { ...shared, name: 'walls', environment: 'node', include: ['tests/walls.test.ts'] },
        },
      ],
    },
  }),
);
