import { GuichetError } from '#shared/errors.ts';
import { sheetLayoutSchema, type SheetLayout } from '#shared/sheet/layout.ts';
import type { StationContext } from '#main/context.ts';
import { jsonOf, textOf } from '#main/database/columns.ts';
import { opened } from '#main/database/sealed-columns.ts';
import type { ReadableDatabase } from '#main/database/types.ts';
import type { IssuedConfirmation } from './issue-confirmation.ts';

export function findConfirmation(
  context: StationContext,
  registrationId: string,
  version: number,
): IssuedConfirmation | undefined {
  const row = context.database.get(
    `SELECT file_id, ${opened('confirmation')} FROM confirmation WHERE registration_id = ? AND version = ?`,
    registrationId,
    version,
  );
  if (!row) return undefined;
  const fileId = textOf(row, 'file_id');
  const file = context.files.find(fileId);
  if (!file) throw new GuichetError('database-damaged', { detail: { file: fileId } });
  return {
    version,
    fileId,
    sha256: file.sha256,
    pdf: context.files.get(fileId),
    layout: jsonOf(row, 'layout', sheetLayoutSchema),
  };
}

/** The layout a version was printed with: what the reader compares a scan against. */
export function findLayout(
  database: ReadableDatabase,
  registrationId: string,
  version: number,
): SheetLayout | undefined {
  const row = database.get(
    `SELECT ${opened('confirmation')} FROM confirmation WHERE registration_id = ? AND version = ?`,
    registrationId,
    version,
  );
  return row && jsonOf(row, 'layout', sheetLayoutSchema);
}

export function keepConfirmation(
  context: StationContext,
  registrationId: string,
  version: number,
  layout: SheetLayout,
  pdf: Uint8Array,
): IssuedConfirmation {
  const { database, files, clock, agent } = context;
  const file = files.put(pdf, 'application/pdf');
  database.run(
    'INSERT INTO confirmation (registration_id, version, layout, file_id, issued_at_ms, issued_by) VALUES (?, ?, sealed(?, ?), ?, ?, ?)',
    registrationId,
    version,
    JSON.stringify(layout),
    registrationId,
    file.id,
    clock.nowMs(),
    agent.login,
  );
  return { version, fileId: file.id, sha256: file.sha256, pdf, layout };
}
