import { join } from 'node:path';
import { ensureWebBuilt } from './build-web.mjs';
import { check, compilerProjects, vitest } from './checks.mjs';
import { ensureChromium } from './chromium.mjs';
import { ensureInstalled, root } from './install.mjs';

/**
 * `npm test`: everything. `npm test -- unit database`: these stages. `npm test -- PATH…`: the tests whose path holds one of the
 * words, in whatever stage they stand. Both together: these stages, those paths. The last line is the sum.
 */
const node = ensureInstalled();
const tool = (/** @type {string} */ path) => join(root, 'node_modules', path);
/** @typedef {import('./checks.mjs').Count} Count */

/** @type {Record<string, (paths: readonly string[]) => Promise<readonly Count[]>>} */
const stages = {
  lint: async () => [
    await check(node, 'biome', [tool('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.']),
    await check(node, 'eslint', [tool('eslint/bin/eslint.js'), '--max-warnings=0', '.']),
  ],
  types: async () => {
    const counts = [];
    for (const project of compilerProjects())
      counts.push(await check(node, `tsc ${project}`, [tool('typescript7/bin/tsc'), '-p', project]));
    return counts;
  },
  // A rule that reads the machine's time zone by mistake passes in at most one of them.
  unit: async (paths) => [
    await vitest(node, ['--project', 'unit', ...paths], { env: { TZ: 'UTC' } }),
    await vitest(node, ['--project', 'unit', ...paths], { env: { TZ: 'America/St_Johns' } }),
  ],
  tooling: async (paths) => [await vitest(node, ['--project', 'tooling', ...paths], {})],
  database: async (paths) => [await vitest(node, ['--project', 'database', ...paths], {})],
  system: async (paths) => {
    ensureWebBuilt(node);
    return [await vitest(node, ['--project', 'system', ...paths], {})];
  },
  browser: async (paths) => {
    ensureWebBuilt(node);
    return [await vitest(node, ['--project', 'browser', ...paths], { env: { CHROMIUM_PATH: await ensureChromium(node) } })];
  },
};

const asked = process.argv.slice(2);
const named = asked.filter((word) => word in stages);
const paths = asked.filter((word) => !(word in stages));
process.exitCode = (await runAll()) ? 0 : 1;

async function runAll() {
  /** @type {Count[]} */
  const counts = [];
  if (named.length === 0 && paths.length > 0) counts.push(await runPaths());
  else
    for (const [name, stage] of Object.entries(stages))
      if (named.length === 0 || named.includes(name)) counts.push(...(await stage(paths)));
  const sum = (/** @type {keyof Count} */ key) => counts.reduce((total, count) => total + count[key], 0);
  if (sum('skipped') > 0) console.log(`${sum('skipped')} skipped`);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') === 0 && sum('passed') > 0;
}

async function runPaths() {
  const env = paths.some((path) => path.includes('browser')) ? { CHROMIUM_PATH: await ensureChromium(node) } : {};
  if (paths.some((path) => /browser|system/.test(path))) ensureWebBuilt(node);
  return vitest(node, paths, { env });
}
