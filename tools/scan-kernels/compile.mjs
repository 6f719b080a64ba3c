import { readFileSync } from 'node:fs';
import asc from 'assemblyscript/asc';

/** The WebAssembly of kernels.ts, always the same bytes for the same source. Throws what the compiler says. */
export async function compileKernels() {
  const source = readFileSync(new URL('kernels.ts', import.meta.url), 'utf8');
  const made = new Map();
  const { error, stderr } = await asc.main(
    [
      'kernels.ts',
      '--outFile',
      'kernels.wasm',
      '--optimizeLevel',
      '3',
      '--runtime',
      'stub',
      '--enable',
      'simd',
      '--noAssert',
    ],
    {
      readFile: (name) => (name === 'kernels.ts' ? source : null),
      writeFile: (name, contents) => void made.set(name, contents),
      listFiles: () => [],
    },
  );
  if (error) throw new Error(stderr.toString());
  return made.get('kernels.wasm');
}
