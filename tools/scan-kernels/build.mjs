// Rebuilds assets/scan/kernels.wasm from kernels.ts: `node tools/scan-kernels/build.mjs`. A test of src/main/scan/kernels tells when it
// was forgotten.
import { writeFileSync } from 'node:fs';
import { compileKernels } from './compile.mjs';

writeFileSync(new URL('../../assets/scan/kernels.wasm', import.meta.url), await compileKernels());
