import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const packages = ['core', 'contract', 'server', 'web', 'driver'] as const;
const settings = [
  'biome.json',
  'eslint.config.mjs',
  'tsconfig.base.json',
  'package.json',
  '.gitignore',
  'tools/biome',
  'tests/tsconfig.json',
];

/** A fixture states in its two first lines where it pretends to stand, and the name of the rule or error that must stop it. */
export interface Fixture {
  readonly path: string;
  readonly breaks: string;
  readonly text: string;
}

export function readFixture(file: string): Fixture {
  const text = readFileSync(file, 'utf8');
  const [, path, breaks] = /^\/\/ as: (\S+)\n\/\/ breaks: (\S+)\n/.exec(text) ?? [];
  if (path === undefined || breaks === undefined) throw new Error(`${file} does not begin with "// as: PATH" and "// breaks: RULE"`);
  return { path, breaks, text };
}

/** What each tool says of one file that stands at `path` in an otherwise empty house with our settings. */
export interface Verdict {
  readonly passed: boolean;
  readonly output: string;
}

export interface Trial {
  readonly biome: (path: string) => Verdict;
  readonly eslint: (path: string) => Verdict;
  readonly compiler: (path: string) => Verdict;
  readonly write: (path: string, text: string) => void;
  readonly remove: (path: string) => void;
  readonly end: () => void;
}

/** An empty copy of the house: settings and manifests without sources, so that the fixtures never meet the ordinary lint. */
export function startTrial(): Trial {
  const house = mkdtempSync(join(tmpdir(), 'walls-'));
  for (const setting of settings) cpSync(join(root, setting), join(house, setting), { recursive: true });
  for (const name of packages) copyPackageSettings(house, name);
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'));
  const run = (program: string, ...args: readonly string[]): Verdict => runIn(house, program, args);
  return {
    biome: (path) => run('@biomejs/biome/bin/biome', 'lint', '--error-on-warnings', path),
    eslint: (path) => run('eslint/bin/eslint.js', '--max-warnings=0', path),
    compiler: (path) => run('typescript7/bin/tsc', '-p', path.split('/').slice(0, 2).join('/')),
    write: (path, text) => write(house, path, text),
    remove: (path) => rmSync(join(house, path)),
    end: () => rmSync(house, { recursive: true }),
  };
}

function copyPackageSettings(house: string, name: (typeof packages)[number]): void {
  for (const file of ['package.json', 'tsconfig.json', 'tsconfig.test.json']) {
    const from = join(root, 'packages', name, file);
    const withoutOwnTests = file === 'tsconfig.test.json' && (name === 'server' || name === 'driver');
    if (!withoutOwnTests) write(house, `packages/${name}/${file}`, readFileSync(from, 'utf8'));
  }
  write(house, `packages/${name}/src/present.ts`, 'export const present = true;\n');
}

function write(house: string, path: string, text: string): void {
  mkdirSync(dirname(join(house, path)), { recursive: true });
  writeFileSync(join(house, path), text);
}

function runIn(house: string, program: string, args: readonly string[]): Verdict {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(house, 'node_modules', program), ...args], {
    cwd: house,
    encoding: 'utf8',
  });
  return { passed: status === 0, output: stdout + stderr };
}
