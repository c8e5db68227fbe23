import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { ensureInstalled, root } from './install.mjs';
import { passOn } from './pass-on.mjs';

/** Runs a program of ours under the pinned Node: `node tools/run.mjs FILE [ARGUMENT…]`. The file is relative to the checkout. */
const [file = '', ...rest] = process.argv.slice(2);
passOn(spawn(ensureInstalled(), [resolve(root, file), ...rest], { stdio: 'inherit' }));
