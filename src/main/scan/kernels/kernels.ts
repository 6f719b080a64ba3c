import { readFileSync } from 'node:fs';
import { assetPath } from '#main/asset-path.ts';

/** The part of the standard that is used; its own types come with those of a browser, which this room does not have. */
declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object) => { exports: unknown };
};

/** What tools/scan-kernels/kernels.ts exports; every address and size is in bytes, every list of numbers in elements. */
interface KernelExports {
  memory: { readonly buffer: ArrayBuffer };
  reserve(bytes: number): void;
  halve(words: number, width: number, height: number, out: number): void;
  stripPadding(words: number, pixels: number, out: number): void;
  setMask(address: number, width: number, height: number, pxPerMm: number): void;
  setProjection(a: number, b: number, c: number, d: number, e: number, f: number, g: number, h: number): void;
  setInk(leastChroma: number, chromaShare: number, darkest: number): void;
  setOutput(labels: number, pixels: number, onPrint: number, chromas: number): void;
  findInk(raster: number, width: number, height: number, least: number, white: number, gain: number): void;
  pixelsFound(): number;
  onPrintFound(): number;
  printPixelsFound(): number;
}

/** Below it the module keeps its own few variables. */
const FIRST_ADDRESS = 65_536;
/** Whole vectors, and the byte that is written beyond a last pixel. */
const ALIGNMENT = 16;

let loaded: KernelExports | undefined;

/** The WebAssembly module, one per thread. Its memory grows to the largest page seen and is used anew for each one. */
export function kernels(): KernelExports {
  if (!loaded) {
    const module = new WebAssembly.Module(readFileSync(assetPath('scan/kernels.wasm')));
    loaded = new WebAssembly.Instance(module).exports as KernelExports;
  }
  return loaded;
}

/** Addresses of blocks of these sizes, one after the other; what was there before is lost. */
export function layOut<Name extends string>(sizes: Record<Name, number>): Record<Name, number> {
  let next = FIRST_ADDRESS;
  const addresses = {} as Record<Name, number>;
  for (const name of Object.keys(sizes) as Name[]) {
    addresses[name] = next;
    next += (Math.ceil(sizes[name] / ALIGNMENT) + 1) * ALIGNMENT;
  }
  kernels().reserve(next);
  return addresses;
}

/** The bytes at an address, until memory is laid out again. */
export function bytesAt(address: number, length: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(kernels().memory.buffer, address, length);
}

/** A list of 32-bit numbers at an address, copied. */
export function numbersAt(address: number, length: number): Int32Array {
  return new Int32Array(kernels().memory.buffer, address, length).slice();
}
