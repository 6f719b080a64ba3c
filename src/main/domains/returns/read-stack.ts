import type { PageReading } from '#shared/contract/page-reading.ts';
import { GuichetError } from '#shared/errors.ts';
import type { StationContext } from '#main/context.ts';
import { findRegistration } from '#main/domains/registrations/index.ts';
import type { JobHandle } from '#main/jobs/job-runner.ts';
import { newId } from '#main/new-id.ts';
import { createScanReader, type ReadPage, type ScanFile } from '#main/scan/index.ts';
import type { StoredFile } from '#main/vault/file-store.ts';
import { hasEarlierReturn, insertPage } from './page-store.ts';
import { createSheetLookup } from './sheet-lookup.ts';

export interface Stack {
  id: string;
  /** The original bytes are already durable when reading starts. */
  files: { file: ScanFile; source: StoredFile }[];
}

/** Keeps the originals, encrypted and hashed, before anything is read from them. */
export function keepOriginals(context: StationContext, files: ScanFile[]): Stack {
  return {
    id: newId(),
    files: files.map((file) => ({ file, source: context.files.put(file.bytes, mediaTypeOf(file.bytes)) })),
  };
}

/** Reads a stack; each page is kept as soon as it is read, for a person to decide. Result: the number of pages. */
export async function readStack(context: StationContext, stack: Stack, { signal, report }: JobHandle): Promise<{ pages: number }> {
  const reader = createScanReader();
  const sources = new Map(stack.files.map(({ file, source }) => [file.name, source]));
  let pages = 0;
  try {
    await reader.read(
      stack.files.map(({ file }) => file),
      createSheetLookup(context),
      {
        signal,
        onPage(page) {
          const source = sources.get(page.reading.file);
          if (!source) throw new Error(`a page of an unknown file: ${page.reading.file}`);
          keepPage(context, stack.id, source, page);
          pages += 1;
          report({ done: pages, total: null, label: `${page.reading.file}, page ${page.reading.page}` });
          context.emit('returns.changed', { stackId: stack.id });
        },
      },
    );
    if (signal.aborted) throw new GuichetError('cancelled');
    return { pages };
  } finally {
    await reader.close();
  }
}

function keepPage(context: StationContext, stackId: string, source: StoredFile, { reading, image }: ReadPage): void {
  const { database, files, clock } = context;
  const registration = reading.registrationNumber ? findRegistration(database, reading.registrationNumber) : undefined;
  const imageFile = image && files.put(image.jpeg, 'image/jpeg');
  insertPage(database, {
    id: newId(),
    stackId,
    reading: registration ? asDuplicateIfReturned(context, registration.id, stackId, reading) : reading,
    registrationId: registration?.id ?? null,
    sourceFileId: source.id,
    imageFileId: imageFile?.id ?? null,
    imageFacts: image
      ? {
          widthPx: image.widthPx,
          heightPx: image.heightPx,
          pxPerMmX: image.pxPerMmX,
          pxPerMmY: image.pxPerMmY,
          originXPx: image.originXPx,
          originYPx: image.originYPx,
        }
      : null,
    readAtMs: clock.nowMs(),
  });
}

/** A sheet that already came back in another stack is a duplicate too, whatever this stack holds. */
function asDuplicateIfReturned(context: StationContext, registrationId: string, stackId: string, reading: PageReading): PageReading {
  const { status, version, sheetPage } = reading;
  if (status !== 'matched' || version === undefined || sheetPage === undefined) return reading;
  if (!hasEarlierReturn(context.database, registrationId, version, sheetPage, stackId)) return reading;
  return { ...reading, status: 'duplicate', needsReview: true, reasons: [...reading.reasons, 'duplicate-page'] };
}

/** By content, never by name; anything else is kept as bytes and reported by the reader. */
export function mediaTypeOf(bytes: Uint8Array): string {
  const starts = (...signature: number[]) => signature.every((byte, index) => bytes[index] === byte);
  if (starts(0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (starts(0x89, 0x50, 0x4e, 0x47)) return 'image/png';
  if (starts(0x49, 0x49, 0x2a, 0x00) || starts(0x4d, 0x4d, 0x00, 0x2a)) return 'image/tiff';
  if (starts(0x25, 0x50, 0x44, 0x46)) return 'application/pdf';
  return 'application/octet-stream';
}
