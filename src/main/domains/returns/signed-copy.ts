import type { RecordedReturn } from '#shared/contract/mail.ts';
import { GuichetError } from '#shared/errors.ts';
import { localDate } from '#shared/rules/local-time.ts';
import { formatVersion, groupRegistrationNumber } from '#shared/rules/registration-number.ts';
import { MODALITY_LABELS } from '#shared/sentences/file-sentences.ts';
import { frenchLocal } from '#shared/sentences/french-dates.ts';
import type { StationContext } from '#main/context.ts';
import { numberOf, textOf } from '#main/database/columns.ts';
import { stationTimeZone } from '#main/domains/lists/index.ts';
import { returnsOf } from '#main/domains/pieces/index.ts';
import type { Reference } from '#main/domains/reference/index.ts';
import { getRegistration, type StoredRegistration } from '#main/domains/registrations/index.ts';
import { sealedByOffice } from '#main/domains/seal/index.ts';
import { getStation } from '#main/domains/station/index.ts';
import { getPage } from './page-store.ts';

export interface SignedCopy {
  registration: StoredRegistration;
  version: number;
  /** Without folder: number, version, and what it is. */
  fileName: string;
  title: string;
  pdf: Uint8Array;
  /** Whom the certificate of the office names, where it seals. */
  sealedBy: string | null;
  /** Pages of the paper that nobody accepted, or that were never scanned. */
  missingPages: number[];
}

/**
 * A confirmation as it came back signed, made again out of the archived scan. The last return that was scanned, unless another is named.
 * Throws `unknown-registration`, `no-signed-copy` where none was, `seal-expired`.
 */
export async function signedCopy(
  context: StationContext,
  reference: Reference,
  { number, returnId }: { number: string; returnId?: string | undefined },
): Promise<SignedCopy> {
  const registration = getRegistration(context, number);
  const kept = returnsOf(context.database, registration.id).find((one) =>
    returnId === undefined ? one.hasScan && one.signed : one.id === returnId,
  );
  const paper = kept && paperOf(context, kept.id);
  if (!kept || !paper) throw new GuichetError('no-signed-copy');
  const title = `Copie de la confirmation d’inscription n° ${groupRegistrationNumber(registration.registrationNumber)}, version ${formatVersion(kept.version)}`;
  const { renderSignedCopy } = await import('#main/documents/signed-copy/index.ts');
  const rendered = await renderSignedCopy(
    { title, received: receivedWords(context, reference, kept, paper), ...paper },
    kept.recordedAtMs,
  );
  const seal = await sealedByOffice(context, rendered, title);
  const there = new Set(paper.pages.map(({ sheetPage }) => sheetPage));
  return {
    registration,
    version: kept.version,
    fileName: `${registration.registrationNumber}-v${formatVersion(kept.version)}-signee.pdf`,
    title,
    ...seal,
    missingPages: Array.from({ length: paper.sheetPages }, (_, index) => index + 1).filter(
      (page) => !there.has(page),
    ),
  };
}

interface Paper {
  /** As printed on it: red ink may have made a later one. */
  printedVersion: number;
  readAtMs: number;
  sheetPages: number;
  pages: { sheetPage: number; jpeg: Uint8Array; widthPx: number; heightPx: number; sha256: string }[];
}

/** Every page of the paper that a person accepted, of its own stack first; undefined where the return was not scanned. */
function paperOf({ database, files }: StationContext, returnId: string): Paper | undefined {
  const rows = database.all(
    `SELECT p.id, p.version, p.sheet_page, p.sheet_pages, p.read_at_ms FROM confirmation_return c
     JOIN returned_page signed ON signed.id = c.page_id
     JOIN returned_page p ON p.registration_id = signed.registration_id AND p.version = signed.version
     WHERE c.id = ? AND (p.id = signed.id OR p.decision = 'accepted')
     ORDER BY p.sheet_page, p.id = signed.id DESC, p.stack_id = signed.stack_id DESC, p.rowid DESC`,
    returnId,
  );
  const [first] = rows;
  if (!first) return undefined;
  const pages = new Map<number, Paper['pages'][number]>();
  for (const row of rows) {
    const sheetPage = numberOf(row, 'sheet_page');
    const { imageFileId, imageFacts, page } = getPage(database, textOf(row, 'id'));
    if (pages.has(sheetPage) || imageFileId === null || imageFacts === null) continue;
    const { widthPx, heightPx } = imageFacts;
    pages.set(sheetPage, {
      sheetPage,
      jpeg: files.get(imageFileId),
      widthPx,
      heightPx,
      sha256: page.sourceSha256,
    });
  }
  if (pages.size === 0) return undefined;
  return {
    printedVersion: numberOf(first, 'version'),
    readAtMs: numberOf(first, 'read_at_ms'),
    sheetPages: numberOf(first, 'sheet_pages'),
    pages: [...pages.values()],
  };
}

function receivedWords(
  { database }: StationContext,
  reference: Reference,
  { modality, receivedOn, version, signed, dated }: RecordedOn,
  { printedVersion, readAtMs }: Paper,
): string {
  const { office } = getStation(database);
  const scannedOn = localDate(readAtMs, stationTimeZone(database, reference));
  return [
    `Papier ${stateWords(signed, dated)} reçu le ${frenchLocal(receivedOn)} (${MODALITY_LABELS[modality].toLowerCase()})`,
    ...(printedVersion === version
      ? []
      : [`imprimé en version ${formatVersion(printedVersion)}, corrigé en rouge`]),
    `numérisé le ${frenchLocal(scannedOn)}`,
    `conservé par ${office}`,
  ].join(' · ');
}

type RecordedOn = Pick<RecordedReturn, 'modality' | 'receivedOn' | 'version' | 'signed' | 'dated'>;

function stateWords(signed: boolean, dated: boolean): string {
  if (signed && dated) return 'daté et signé';
  if (signed) return 'signé, non daté';
  return dated ? 'daté, non signé' : 'ni daté ni signé';
}
