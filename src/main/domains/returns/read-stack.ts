import type { z } from 'zod';
import type { PageReading } from '#shared/contract/page-reading.ts';
import type { stackResultSchema } from '#shared/contract/returns.ts';
import { GuichetError } from '#shared/errors.ts';
import type { StationContext } from '#main/context.ts';
import { findRegistration } from '#main/domains/registrations/index.ts';
import type { JobHandle } from '#main/jobs/job-runner.ts';
import { newId } from '#main/new-id.ts';
import type { ReadPage, ScanFile, ScanFiles, ScanReader } from '#main/scan/index.ts';
import type { StoredFile } from '#main/vault/file-store.ts';
import { asInBase } from './read-in-base.ts';
import { insertPage } from './page-store.ts';
import { createSheetLookup } from './sheet-lookup.ts';

type StackResult = z.infer<typeof stackResultSchema>;

export interface Stack {
  id: string;
  files: ScanFiles;
  /** Originals kept, by file name, before the file itself is handed over; empty when the stack is only read. */
  sources: ReadonlyMap<string, StoredFile>;
}

/** Keeps the originals, encrypted and hashed, durable before anything is read from them. */
export function keepOriginals(context: StationContext, files: ScanFile[]): Stack['sources'] {
  return new Map(files.map((file) => [file.name, context.files.put(file.bytes, mediaTypeOf(file.bytes))]));
}

/** Reads a stack. Each page whose original is kept is recorded as soon as it is read, for a person to decide. */
export async function readStack(
  context: StationContext,
  reader: ScanReader,
  stack: Stack,
  { signal, report }: JobHandle,
): Promise<StackResult> {
  const readings: PageReading[] = [];
  const onPage = (page: ReadPage) => {
    const source = stack.sources.get(page.reading.file);
    readings.push(source ? keepPage(context, stack.id, source, page) : page.reading);
    report({ done: readings.length, total: null, label: `${page.reading.file}, page ${page.reading.page}` });
  };
  const order = new Map<string, number>();
  await reader.read(inOrder(stack.files, order), createSheetLookup(context), { signal, onPage });
  if (signal.aborted) throw new GuichetError('cancelled');
  const rank = (reading: PageReading) => order.get(reading.file) ?? 0;
  return { readings: readings.sort((a, b) => rank(a) - rank(b) || a.page - b.page) };
}

async function* inOrder(files: ScanFiles, order: Map<string, number>): AsyncGenerator<ScanFile> {
  for await (const file of files) {
    order.set(file.name, order.size);
    yield file;
  }
}

function keepPage(context: StationContext, stackId: string, source: StoredFile, page: ReadPage): PageReading {
  const { database, files, clock } = context;
  const { image } = page;
  const number = page.reading.registrationNumber;
  const registration = number === undefined ? undefined : findRegistration(database, number);
  const reading = registration ? asInBase(database, registration, stackId, page.reading) : page.reading;
  const imageFile = image && files.put(image.jpeg, 'image/jpeg');
  insertPage(database, {
    id: newId(),
    stackId,
    reading,
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
  context.emit('returns.changed', { stackId });
  return reading;
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
