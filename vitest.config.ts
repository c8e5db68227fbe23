import { defineConfig } from 'vitest/config';

const elsewhere = ['**/node_modules/**', '**/dist/**', 'tests/walls/fixtures/**'];
const withDatabase = ['packages/server/src/platform/testing/database-for-tests.ts'];
const minute = 60_000;

/** Two cores carry it: whole-system and browser tests measure time and go one file after another. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    passWithNoTests: false,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['packages/**/*.test.{ts,tsx}', 'tools/**/*.test.ts'],
          exclude: [...elsewhere, '**/*.{db,system,browser}.test.ts'],
        },
      },
      {
        test: {
          name: 'tooling',
          include: ['tests/**/*.test.ts'],
          exclude: [...elsewhere, '**/*.{db,system,browser}.test.ts'],
          testTimeout: minute,
          hookTimeout: minute,
        },
      },
      {
        test: {
          name: 'database',
          include: ['{packages,tests}/**/*.db.test.ts'],
          exclude: elsewhere,
          globalSetup: withDatabase,
          testTimeout: 30_000,
          hookTimeout: minute,
        },
      },
      {
        test: {
          name: 'system',
          include: ['{packages,tests}/**/*.system.test.ts'],
          exclude: elsewhere,
          globalSetup: withDatabase,
          fileParallelism: false,
          testTimeout: 2 * minute,
          hookTimeout: 2 * minute,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['{packages,tests}/**/*.browser.test.ts'],
          exclude: elsewhere,
          globalSetup: withDatabase,
          fileParallelism: false,
          testTimeout: 2 * minute,
          hookTimeout: 2 * minute,
        },
      },
    ],
  },
});
