import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { shippedComponentsModule } from './tools/shipped-components.mjs';

/** The window, the same files for both hosts. */
export default defineConfig({
  root: 'src/renderer',
  // Relative to the project: both hosts serve out/renderer.
  build: {
    outDir: '../../out/renderer',
    emptyOutDir: true,
    minify: 'oxc',
    // An inlined font or picture would be a data: address, which the policy refuses.
    assetsInlineLimit: 0,
    // Read from the disk beside it, not fetched from a network.
    chunkSizeWarningLimit: 2000,
  },
  plugins: [react(), shippedComponentsModule(import.meta.dirname)],
});
