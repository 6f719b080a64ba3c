import { createDecipheriv } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { NONCE_BYTES, TAG_BYTES } from './sealed-form.ts';

const PART_BYTES = 256 * 1024;

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
    const end = (await file.stat()).size - TAG_BYTES;
    const nonce = await readExactly(file, 0, Buffer.alloc(NONCE_BYTES));
    const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(id));
    decipher.setAuthTag(await readExactly(file, end, Buffer.alloc(TAG_BYTES)));
    let held: Uint8Array<ArrayBuffer> | undefined;
    // Deciphered as soon as it is read: one is enough for the whole file.
    const buffer = Buffer.allocUnsafe(Math.max(Math.min(PART_BYTES, end - NONCE_BYTES), 0));
    for (let place = NONCE_BYTES; place < end; place += PART_BYTES) {
      const part = await readExactly(file, place, buffer.subarray(0, end - place));
      if (held) yield held;
      held = decipher.update(part);
    }
    decipher.final();
    if (held) yield held;
  } finally {
    await file.close();
  }
}

/** Fills `bytes`. */
async function readExactly(file: FileHandle, position: number, bytes: Buffer): Promise<Buffer> {
  for (let done = 0; done < bytes.length;) {
    const { bytesRead } = await file.read(bytes, done, bytes.length - done, position + done);
    if (bytesRead === 0) throw new Error('file ends too early');
    done += bytesRead;
  }
  return bytes;
}
