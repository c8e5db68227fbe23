import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contextsWithoutWall, type Override } from './contexts.ts';
import { readFixture, startTrial, type Trial, type Verdict } from './trial.ts';

const root = join(import.meta.dirname, '../..');
const fixtures = join(import.meta.dirname, 'fixtures');
let trial: Trial;

beforeAll(() => {
  trial = startTrial();
});

afterAll(() => trial.end());

function judge(path: string, rule: string): Verdict {
  if (/^TS\d+$/.test(rule)) return trial.compiler(path);
  return rule.startsWith('no-') ? trial.eslint(path) : trial.biome(path);
}

describe('every wall stops what breaks it', () => {
  for (const name of readdirSync(fixtures)) {
    it(name.replace('.ts', '').replaceAll('-', ' '), () => {
      const fixture = readFixture(join(fixtures, name));
      trial.write(fixture.path, fixture.text);
      const verdict = judge(fixture.path, fixture.breaks);
      trial.remove(fixture.path);
      expect(verdict.output).toContain(fixture.breaks);
      expect(verdict.passed).toBe(false);
    });
  }
});

describe('the walls let through what is allowed', () => {
  const allowed = {
    'packages/core/src/contact/sound.ts': "import { answer } from '../triage/index.ts';\n\nexport const sound = answer;\n",
    'packages/contract/src/contact/sound.ts': "import { answer } from '@vakthavende/core/telephony';\n\nexport const sound = answer;\n",
    'packages/server/src/contact/sound.ts': "import { answer } from '../platform/pool.ts';\n\nexport const sound = answer;\n",
    'packages/server/src/platform/sound.ts': "import { answer } from '@vakthavende/core/organisation';\n\nexport const sound = answer;\n",
    'packages/server/src/sound.ts': "import { answer } from './contact/index.ts';\n\nexport const sound = answer;\n",
    'packages/web/src/contact/board/sound.ts': "import { answer } from '../reading.ts';\n\nexport const sound = answer;\n",
    'packages/web/src/workplaces/sound.ts': "import { answer } from '../contact/index.ts';\n\nexport const sound = answer;\n",
    'packages/core/src/contact/sound.test.ts':
      "import { it } from 'vitest';\n\nit('knows a date', () => async () => void (await Promise.resolve(new Date(Math.random()))));\n",
  };
  for (const [path, text] of Object.entries(allowed)) {
    it(path, () => {
      trial.write(path, text);
      const verdict = trial.biome(path);
      trial.remove(path);
      expect(verdict.output).not.toContain('lint/');
      expect(verdict.passed).toBe(true);
    });
  }

  it('an empty house compiles and lints', () => {
    const verdicts = ['core', 'contract', 'server', 'web', 'driver'].map((name) => trial.compiler(`packages/${name}`).output);
    expect(verdicts).toEqual(['', '', '', '', '']);
    expect(trial.eslint('packages/server/src/present.ts')).toEqual({ passed: true, output: '' });
  });
});

describe('every context folder has its wall', () => {
  const { overrides } = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8')) as { readonly overrides: readonly Override[] };

  it('in every package', () => {
    expect(contextsWithoutWall(folders(), overrides)).toEqual([]);
  });

  it('and a new folder without one is found', () => {
    expect(contextsWithoutWall([...folders(), 'readiness'], overrides)).toEqual(['readiness']);
  });

  it('and an override without import rules is no wall', () => {
    expect(contextsWithoutWall(['roster'], [{ includes: ['packages/*/src/roster/**'] }])).toEqual(['roster']);
  });
});

function folders(): readonly string[] {
  return globSync('packages/*/src/*', { cwd: root, withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
}
