import { parser, plugin } from 'typescript-eslint';

/** Biome lints; this finds forgotten and misplaced promises only, which needs types (Biome found one of seven, this all). */
const projects = [
  'packages/core/tsconfig.test.json',
  'packages/contract/tsconfig.test.json',
  'packages/server/tsconfig.json',
  'packages/driver/tsconfig.json',
  'packages/web/tsconfig.test.json',
  'tests/tsconfig.json',
];

export default [
  { ignores: ['**/dist/**', '**/coverage/**', 'tests/walls/fixtures/**'] },
  {
    files: ['packages/*/src/**/*.{ts,tsx}', 'tests/**/*.ts'],
    languageOptions: { parser, parserOptions: { project: projects, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { '@typescript-eslint': plugin },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
    },
  },
];
