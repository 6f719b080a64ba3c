import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The window, the same files for both hosts. */
export default defineConfig({
  root: 'src/renderer',
  // Relative to the project: both hosts serve out/renderer.
  build: { outDir: '../../out/renderer', emptyOutDir: true, assetsInlineLimit: 0 },
  plugins: [react()],
});
