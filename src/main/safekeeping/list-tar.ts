import type { FileHandle } from 'node:fs/promises';
import { readTarHeader, TAR_BLOCK, TAR_END_BYTES, tarPadding } from '#shared/protocol/tar-header.ts';

export interface TarEntry {
  name: string;
  size: number;
  /** Where its bytes begin in the archive. */
  offset: number;
}

/** The entries in their order. Undefined when the archive is not one of ours, or is not whole: one that was cut has no end. */
export async function listTar(file: FileHandle): Promise<TarEntry[] | undefined> {
  const { size: end } = await file.stat();
  const entries: TarEntry[] = [];
  const block = Buffer.alloc(TAR_BLOCK);
  for (let place = 0; place + TAR_BLOCK <= end;) {
    await file.read(block, 0, TAR_BLOCK, place);
    const header = readTarHeader(block);
    if (header === 'end') return place + TAR_END_BYTES === end ? entries : undefined;
    if (!header) return undefined;
    const offset = place + TAR_BLOCK;
    entries.push({ ...header, offset });
    place = offset + header.size + tarPadding(header.size);
  }
  return undefined;
}
