import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, root } from './install.mjs';
import { texts } from './texts.nb.mjs';

const web = join(root, 'packages/web');
const dist = join(web, 'dist');
const stamp = join(dist, '.built-from');
const sources = [
  'packages/web',
  'packages/core/src',
  'packages/contract/src',
  'reference/municipalities',
  'package-lock.json',
  'tsconfig.base.json',
];

/**
 * Builds packages/web/dist when what it was built from differs from what lies there now.
 * @param {string} node
 */
export function ensureWebBuilt(node) {
  const from = hashOfSources();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === from) return;
  console.log(texts.building);
  const fresh = join(web, 'dist.new');
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const flags = ['build', '--outDir', fresh, '--emptyOutDir', '--logLevel', 'warn'];
  // Asked for from within a test, Vite would else build a page for development, without its service worker.
  const env = { ...process.env, NODE_ENV: 'production' };
  const { status, stdout, stderr } = spawnSync(node, [vite, ...flags], { cwd: web, encoding: 'utf8', env });
  if (status !== 0) fail(`${stdout}${stderr}\n${texts.buildFailed}`);
  rmSync(dist, { recursive: true, force: true });
  renameSync(fresh, dist);
  // Last, so that a build cut short is built again.
  writeFileSync(stamp, from);
}

function hashOfSources() {
  const hash = createHash('sha256');
  for (const path of sources.flatMap(filesUnder).sort())
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
      .update('\0');
  return hash.digest('hex');
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesUnder(path) {
  const folder = join(root, path);
  if (!existsSync(folder)) return [];
  if (statSync(folder).isFile()) return [path];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const name = `${path}/${entry.name}`;
    if (entry.isDirectory()) return /^(dist|dist\.new|node_modules|testing)$/.test(entry.name) ? [] : filesUnder(name);
    return /\.test\.tsx?$/.test(entry.name) ? [] : [name];
  });
}
