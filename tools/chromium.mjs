import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { join } from 'node:path';
import { fail, root } from './install.mjs';
import { texts } from './texts.nb.mjs';

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * The path of a Chromium for the browser tests; installs one from the operating system's packages, or Playwright's own.
 * @param {string} node
 */
export async function ensureChromium(node) {
  const present = await findChromium();
  if (present !== undefined) return present;
  installFromDebian();
  if ((await findChromium()) === undefined) installFromPlaywright(node);
  return (await findChromium()) ?? fail(texts.chromiumMissing);
}

async function findChromium() {
  const stated = process.env.CHROMIUM_PATH;
  if (stated) return isProgram(stated) ? stated : fail(texts.chromiumMissing);
  const { chromium } = await import('playwright-core');
  return [...usual, chromium.executablePath()].find(isProgram);
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function installFromDebian() {
  if (!existsSync('/usr/bin/apt-get')) return;
  // -n: never ask for a password in the middle of a test run.
  const prefix = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  console.log(texts.chromiumInstalling('apt-get'));
  for (const command of [
    ['update', '-q'],
    ['install', '-y', '-q', '--no-install-recommends', 'chromium'],
  ]) {
    const [program = '', ...flags] = [...prefix, 'apt-get', ...command];
    const { status } = spawnSync(program, flags, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
    if (status !== 0) return;
  }
}

/** @param {string} node */
function installFromPlaywright(node) {
  console.log(texts.chromiumInstalling('Playwright'));
  spawnSync(node, [join(root, 'node_modules/playwright-core/cli.js'), 'install', 'chromium'], { stdio: 'inherit' });
}
