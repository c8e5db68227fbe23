import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './install.mjs';

/** @typedef {{ readonly passed: number, readonly failed: number, readonly skipped: number }} Count */

/**
 * A tool that either passes or not, counted as one; it speaks only when it fails.
 * @param {string} node
 * @param {string} title
 * @param {readonly string[]} command
 * @returns {Promise<Count>}
 */
export async function check(node, title, command) {
  const { code, output } = await run(node, command, { quiet: true });
  console.log(`${code === 0 ? '✓' : '✗'} ${title}`);
  if (code !== 0) console.log(output);
  return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

/**
 * One run of Vitest, every test counted.
 * @param {string} node
 * @param {readonly string[]} flags
 * @param {{ readonly env?: Record<string, string>, readonly quiet?: boolean }} options
 * @returns {Promise<Count>}
 */
export async function vitest(node, flags, { env = {}, quiet = false }) {
  const folder = mkdtempSync(join(tmpdir(), 'vitest-'));
  const report = join(folder, 'report.json');
  const program = join(root, 'node_modules/vitest/vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { code } = await run(node, [program, 'run', ...reporters, ...flags], { quiet, env });
  const count = existsSync(report) ? countReport(JSON.parse(readFileSync(report, 'utf8'))) : { passed: 0, failed: 0, skipped: 0 };
  rmSync(folder, { recursive: true });
  // A file that does not load, or an error outside every test, fails the run without a failed test to count.
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

/**
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
 *   testResults: readonly { status: string, assertionResults: readonly unknown[] }[] }} report
 * @returns {Count}
 */
function countReport(report) {
  const unloaded = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloaded, skipped: report.numPendingTests + report.numTodoTests };
}

/** Every compiler run: one per package, and for some of them a second one with the tests. */
export function compilerProjects() {
  const packages = readdirSync(join(root, 'packages')).flatMap((name) => [
    `packages/${name}/tsconfig.json`,
    `packages/${name}/tsconfig.test.json`,
  ]);
  return [...packages, 'tests/tsconfig.json', 'tools/tsconfig.json'].filter((path) => existsSync(join(root, path)));
}

/**
 * @param {string} node
 * @param {readonly string[]} command
 * @param {{ readonly quiet: boolean, readonly env?: Record<string, string> }} options
 * @returns {Promise<{ readonly code: number, readonly output: string }>}
 */
function run(node, command, { quiet, env = {} }) {
  return new Promise((resolve) => {
    const child = spawn(node, command, { cwd: root, stdio: quiet ? 'pipe' : 'inherit', env: { ...process.env, ...env } });
    let output = '';
    child.stdout?.on('data', (part) => {
      output += part;
    });
    child.stderr?.on('data', (part) => {
      output += part;
    });
    child.on('error', (error) => resolve({ code: 1, output: String(error) }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
