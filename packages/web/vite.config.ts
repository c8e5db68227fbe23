import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
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
