import { Unreadable } from './unreadable.ts';

interface Predicted {
  predictor: number;
  colors: number;
  bitsPerComponent: number;
  columns: number;
}

/** Undoes the PNG (10 to 15) and TIFF (2, 8 bits) predictors of a PDF stream (ISO 32000-1, 7.4.4.4). Throws `Unreadable`. */
export function undoPredictor(bytes: Uint8Array, predicted: Predicted): Uint8Array {
  const { predictor, colors, bitsPerComponent, columns } = predicted;
  if (predictor === 1) return bytes;
  const bytesPerPixel = Math.max(1, (colors * bitsPerComponent) >> 3);
  const stride = Math.ceil((colors * bitsPerComponent * columns) / 8);
  if (predictor >= 10) return undoPng(bytes, stride, bytesPerPixel);
  if (predictor !== 2 || bitsPerComponent !== 8) throw new Unreadable('unsupported-format');
  const out = Uint8Array.from(bytes);
  for (let start = 0; start < out.length; start += stride)
    for (let i = start + bytesPerPixel; i < Math.min(start + stride, out.length); i++)
      out[i] = (out[i]! + out[i - bytesPerPixel]!) & 255;
  return out;
}

function undoPng(bytes: Uint8Array, stride: number, bytesPerPixel: number): Uint8Array {
  const rows = Math.floor(bytes.length / (stride + 1));
  const out = new Uint8Array(rows * stride);
  for (let row = 0; row < rows; row++) {
    const filter = bytes[row * (stride + 1)]!;
    const source = row * (stride + 1) + 1;
    const target = row * stride;
    for (let i = 0; i < stride; i++) {
      const left = i >= bytesPerPixel ? out[target + i - bytesPerPixel]! : 0;
      const up = row > 0 ? out[target - stride + i]! : 0;
      const upLeft = row > 0 && i >= bytesPerPixel ? out[target - stride + i - bytesPerPixel]! : 0;
      out[target + i] = (bytes[source + i]! + predict(filter, left, up, upLeft)) & 255;
    }
  }
  return out;
}

function predict(filter: number, left: number, up: number, upLeft: number): number {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter === 4) return paeth(left, up, upLeft);
  throw new Unreadable('image-unreadable');
}

function paeth(left: number, up: number, upLeft: number): number {
  const estimate = left + up - upLeft;
  const toLeft = Math.abs(estimate - left);
  const toUp = Math.abs(estimate - up);
  const toUpLeft = Math.abs(estimate - upLeft);
  if (toLeft <= toUp && toLeft <= toUpLeft) return left;
  return toUp <= toUpLeft ? up : upLeft;
}
