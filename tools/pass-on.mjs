import { constants } from 'node:os';

/**
 * Lets a child take over: signals to us reach it, and we end as it ends.
 * @param {import('node:child_process').ChildProcess} child
 */
export function passOn(child) {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      // Ctrl-c at a terminal reaches the whole group, the child too; told twice it might give up waiting for its own work.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal ?? 'SIGTERM']));
}
