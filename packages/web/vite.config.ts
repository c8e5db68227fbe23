import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { registerData } from './register-data.ts';

const here = import.meta.dirname;
const fromPublic = ['icon.svg', 'before.js'];

export default defineConfig({
  root: here,
  plugins: [react(), registerData(), serviceWorker()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    // The content security policy allows no `data:` addresses in scripts and styles.
    assetsInlineLimit: 0,
    sourcemap: true,
    chunkSizeWarningLimit: 900,
    modulePreload: { polyfill: false },
  },
});

/** Writes `sw.js`: the worker with the list of what this build consists of in front, under a version made from the content. */
function serviceWorker(): Plugin {
  return {
    name: 'service-worker',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      const worker = readFileSync(join(here, 'service-worker.js'), 'utf8');
      const parts = Object.keys(bundle).filter((name) => name.startsWith('assets/') && !name.endsWith('.map'));
      const files = ['/', ...[...parts, ...fromPublic].toSorted().map((name) => `/${name}`)];
      const hash = createHash('sha256').update(worker).update(files.join());
      for (const name of fromPublic) hash.update(readFileSync(join(here, 'public', name)));
      const version = hash.digest('hex').slice(0, 16);
      this.emitFile({
        type: 'asset',
        fileName: 'sw.js',
        source: `const version = '${version}';\nconst files = ${JSON.stringify(files)};\n${worker}`,
      });
    },
  };
}
