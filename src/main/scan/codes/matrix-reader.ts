import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { prepareZXingModule } from 'zxing-wasm/reader';
import type { ZXingReaderModule, ZXingReaderOptions } from 'zxing-wasm/reader';
import type { Point } from '../register/projection.ts';
import type { GreyPlane } from './grey-plane.ts';

export interface MatrixCode {
  text: string;
  /** Top left, top right, bottom right, bottom left of the upright code, in pixels of the raster. */
  corners: [Point, Point, Point, Point];
}

const OPTIONS: ZXingReaderOptions = {
  formats: 'QRCode',
  tryHarder: true,
  tryRotate: false,
  tryInvert: false,
  tryDownscale: false,
  tryDenoise: false,
  binarizer: 0,
  isPure: false,
  downscaleFactor: 3,
  downscaleThreshold: 500,
  minLineCount: 2,
  maxNumberOfSymbols: 4,
  validateOptionalChecksum: false,
  returnErrors: false,
  eanAddOnSymbol: 0,
  textMode: 0,
  characterSet: 0,
  tryCode39ExtendedMode: false,
};

/** The heap of the WebAssembly module, which the package's own types leave out. */
interface WasmHeap {
  HEAPU8: Uint8Array;
  _malloc(bytes: number): number;
  _free(pointer: number): void;
}

/** The library would fetch its WebAssembly from the network; ours comes from the installed package. */
async function load(): Promise<ZXingReaderModule & WasmHeap> {
  const path = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  const wasm = await readFile(path);
  const wasmBinary = wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength);
  const loaded = await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
  return loaded as ZXingReaderModule & WasmHeap;
}

let loading: Promise<ZXingReaderModule & WasmHeap> | undefined;

/** QR codes of a plane, at any angle. */
export async function readMatrixCodes(plane: GreyPlane): Promise<MatrixCode[]> {
  if (plane.width < 20 || plane.height < 20) return [];
  loading ??= load();
  const zxing = await loading;
  const pointer = zxing._malloc(plane.data.length);
  try {
    zxing.HEAPU8.set(plane.data, pointer);
    const results = zxing.readBarcodesFromPixmap(pointer, plane.width, plane.height, OPTIONS);
    const at = ({ x, y }: Point): Point => ({ x: x + plane.left, y: y + plane.top });
    return Array.from({ length: results.size() }, (_, index) => results.get(index))
      .filter((result) => result !== undefined && result.isValid && !result.isMirrored)
      .map((result) => {
        const { topLeft, topRight, bottomRight, bottomLeft } = result!.position;
        return { text: result!.text, corners: [at(topLeft), at(topRight), at(bottomRight), at(bottomLeft)] };
      });
  } finally {
    zxing._free(pointer);
  }
}
