import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import renderer from './vite.config.ts';

/** Node starts a worker by its file: each is built as an entry of its own, in the same flat folder as who starts it. */
const workers = Object.fromEntries(
  globSync('src/main/**/*-worker.ts').map((file) => [basename(file, '.ts'), file]),
);

/** `new URL('./x-worker.ts', import.meta.url)` is right in the sources, `./x-worker.js` in what is built. */
const builtWorkerNames: Plugin = {
  name: 'built-worker-names',
  renderChunk: (code) =>
    code.replaceAll(/(new URL\(["'`])(?:\.{1,2}\/[\w./-]*?)?([\w-]+-worker)\.ts(?=["'`])/g, '$1./$2.js'),
};

/** The browser host is built by nobody: Node runs its sources, and the packaged program holds none of it. */
export default defineConfig({
  main: {
    plugins: [builtWorkerNames],
    build: {
      outDir: 'out/main',
      externalizeDeps: true,
      rollupOptions: {
        input: { index: 'src/main/index.ts', ...workers },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      // A sandboxed preload is one CommonJS file: nothing may be left to require.
      externalizeDeps: false,
      rollupOptions: {
        input: 'src/preload/preload.ts',
        output: { format: 'cjs', entryFileNames: 'preload.cjs' },
      },
    },
  },
  renderer: {
    ...renderer,
    build: { ...renderer.build, rollupOptions: { input: 'src/renderer/index.html' } },
  },
});
