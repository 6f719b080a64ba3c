import { createDecipheriv } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { NONCE_BYTES, TAG_BYTES } from './sealed-form.ts';

const PART_BYTES = 256 * 1024;

/**
 * The clear bytes of an encrypted file, part by part, so that a large one neither fills the memory nor stops the window. The last part
 * only comes once the whole is proven genuine: whoever has all of them has the file. Throws whatever reading or the proof throws.
 */
export async function* readParts(path: string, key: Uint8Array, id: string): AsyncGenerator<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const end = (await file.stat()).size - TAG_BYTES;
    const nonce = await readExactly(file, 0, NONCE_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(id));
    decipher.setAuthTag(await readExactly(file, end, TAG_BYTES));
    let held: Uint8Array | undefined;
    for (let place = NONCE_BYTES; place < end; place += PART_BYTES) {
      const part = await readExactly(file, place, Math.min(PART_BYTES, end - place));
      if (held) yield held;
      held = decipher.update(part);
    }
    decipher.final();
    if (held) yield held;
  } finally {
    await file.close();
  }
}

async function readExactly(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(Math.max(length, 0));
  for (let done = 0; done < bytes.length;) {
    const { bytesRead } = await file.read(bytes, done, bytes.length - done, position + done);
    if (bytesRead === 0) throw new Error('file ends too early');
    done += bytesRead;
  }
  return bytes;
}
