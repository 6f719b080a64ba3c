import { strToU8, zipSync, type Zippable } from 'fflate';
import type { StationContext } from '#main/context.ts';
import type { Row } from '#main/database/types.ts';
import type { Reference } from '#main/domains/reference/index.ts';
import { recordEvent } from '#main/domains/registrations/index.ts';
import { savedName } from '#main/domains/station/index.ts';
import { personData, type PersonData } from './person-data.ts';
import { personPage } from './person-page.ts';

/** PDFs and pictures are compressed already. */
const AS_IT_IS = { level: 0 } as const;

/**
 * Right of access (RGPD art. 15): a folder the person can read without us, as a ZIP. That it was given is an event of each
 * registration it holds. Throws `unknown-candidate`.
 */
export function personArchive(
  context: StationContext,
  reference: Reference,
  candidateNumber: string,
): { fileName: string; bytes: Uint8Array } {
  const data = personData(context, reference, candidateNumber);
  const entries: Zippable = {
    'index.html': strToU8(personPage(data)),
    'donnees.json': strToU8(JSON.stringify(machineReadable(data), null, 1)),
  };
  for (const { documents } of data.registrations)
    for (const { path, fileId } of documents) entries[path] = [context.files.get(fileId), AS_IT_IS];
  const bytes = zipSync(entries);
  context.database.transaction(() => {
    for (const { id } of data.registrations) recordEvent(context, id, 'accessGiven');
  });
  for (const { registration } of data.registrations)
    context.emit('registrations.changed', { registrationNumber: registration.registrationNumber });
  const fileName = `droit-d-acces-${data.candidateNumber}-${data.givenOn}.zip`;
  return { fileName: savedName(context.database, fileName), bytes };
}

/** Every column as it is stored; what is JSON inside a column is opened, so that it is read once and not twice. */
function machineReadable(data: PersonData) {
  const { candidate, registrations, drafts, candidateNumber, givenOn, consultations } = data;
  return {
    candidateNumber,
    givenOn,
    candidate: opened(candidate),
    drafts: drafts.map(opened),
    consultations: consultations.map(({ atMs, ...rest }) => ({ at: new Date(atMs).toISOString(), ...rest })),
    registrations: registrations.map(({ registration, keptUntil, holdReason, documents, rows }) => ({
      registration,
      keptUntil,
      holdReason,
      documents: documents.map(({ path, label, mediaType }) => ({ path, label, mediaType })),
      tables: Object.fromEntries(Object.entries(rows).map(([table, list]) => [table, list.map(opened)])),
    })),
  };
}

function opened(row: Row): Row {
  return Object.fromEntries(Object.entries(row).map(([column, value]) => [column, openedValue(value)]));
}

function openedValue(value: unknown): unknown {
  if (typeof value !== 'string' || !/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
