import { createDecipheriv } from 'node:crypto';
import fs, { closeSync, fstatSync } from 'node:fs';
import { promisify } from 'node:util';
import { releaseBytes } from '#shared/release-bytes.ts';
import { NONCE_BYTES, openSealed, TAG_BYTES } from './sealed-form.ts';

const open = promisify(fs.open);
const read = promisify(fs.read);

const PART_BYTES = 256 * 1024;
/** As a scan usually is: read and deciphered in one step, for each step costs as much as reading a good part of it. */
const WHOLE_BYTES = 1024 * 1024;

/**
 * The clear bytes of an encrypted file, part by part, so that a large one neither fills the memory nor stops the window. The last part
 * only comes once the whole is proven genuine: whoever has all of them has the file. Throws whatever reading or the proof throws.
 */
export async function* readParts(
  path: string,
  key: Uint8Array,
  id: string,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const file = await open(path, 'r');
  try {
    // What does not wait for a disk is done at once: each turn of the thread costs more.
    const { size } = fstatSync(file);
    if (size <= WHOLE_BYTES) yield await readWhole(file, size, key, id);
    else yield* readLarge(file, size - TAG_BYTES, key, id);
  } finally {
    closeSync(file);
  }
}

async function readWhole(
  file: number,
  size: number,
  key: Uint8Array,
  id: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const sealed = await readExactly(file, 0, Buffer.allocUnsafeSlow(size));
  const clear = openSealed(sealed, key, id);
  releaseBytes(sealed);
  return clear;
}

async function* readLarge(
  file: number,
  end: number,
  key: Uint8Array,
  id: string,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const nonce = await readExactly(file, 0, Buffer.alloc(NONCE_BYTES));
  const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(id));
  decipher.setAuthTag(await readExactly(file, end, Buffer.alloc(TAG_BYTES)));
  let held: Uint8Array<ArrayBuffer> | undefined;
  // Deciphered as soon as it is read: one is enough for the whole file.
  const buffer = Buffer.allocUnsafe(PART_BYTES);
  for (let place = NONCE_BYTES; place < end; place += PART_BYTES) {
    const part = await readExactly(file, place, buffer.subarray(0, end - place));
    if (held) yield held;
    held = decipher.update(part);
  }
  decipher.final();
  if (held) yield held;
}

/** Fills `bytes`. */
async function readExactly(file: number, position: number, bytes: Buffer): Promise<Buffer> {
  for (let done = 0; done < bytes.length;) {
    const { bytesRead } = await read(file, bytes, done, bytes.length - done, position + done);
    if (bytesRead === 0) throw new Error('file ends too early');
    done += bytesRead;
  }
  return bytes;
}
