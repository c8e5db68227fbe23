import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureWebBuilt } from './build-web.mjs';
import { ensureInstalled, root } from './install.mjs';
import { passOn } from './pass-on.mjs';

/** `npm start`: installs and builds what is missing, then becomes the server, which prints its address. Flags are the server's. */
const node = ensureInstalled();
ensureWebBuilt(node);
passOn(
  spawn(node, [join(root, 'packages/server/src/main.ts'), ...process.argv.slice(2)], {
    // The channel closes when we are gone, also when we are killed without a chance to say so: the server then stops.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  }),
);
