/** The WebAssembly of kernels.ts. Throws what the compiler says. */
export function compileKernels(): Promise<Uint8Array>;
