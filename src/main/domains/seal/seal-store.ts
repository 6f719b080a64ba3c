import { X509Certificate } from 'node:crypto';
import type { OfficeSeal } from '#shared/contract/seal.ts';
import { bytesOf, numberOf, textOf } from '#main/database/columns.ts';
import { opened } from '#main/database/sealed-columns.ts';
import type { ReadableDatabase, WritableDatabase } from '#main/database/types.ts';
import type { SealKey } from '#main/documents/pdf-seal/index.ts';

/** What is said of the seal; null where the office has none. */
export function findSeal(database: ReadableDatabase): OfficeSeal | null {
  const row = database.get(
    'SELECT certificate, installed_by, installed_at_ms FROM office_seal JOIN office_seal_certificate ON rank = 0 WHERE id = 1',
  );
  if (!row) return null;
  return {
    ...describeCertificate(bytesOf(row, 'certificate')),
    installedBy: textOf(row, 'installed_by'),
    installedAtMs: numberOf(row, 'installed_at_ms'),
  };
}

export function findSealKey(database: ReadableDatabase): SealKey | null {
  const row = database.get(`SELECT ${opened('office_seal')} FROM office_seal WHERE id = 1`);
  if (!row) return null;
  const certificates = database.all('SELECT certificate FROM office_seal_certificate ORDER BY rank');
  return {
    privateKey: bytesOf(row, 'private_key'),
    certificates: certificates.map((one) => bytesOf(one, 'certificate')),
  };
}

/** Takes the place of the one before. */
export function keepSeal(
  database: WritableDatabase,
  key: SealKey,
  { by, atMs }: { by: string; atMs: number },
): void {
  database.transaction(() => {
    removeSeal(database);
    database.run(
      'INSERT INTO office_seal (id, private_key, installed_by, installed_at_ms) VALUES (1, sealed(?, 1), ?, ?)',
      key.privateKey,
      by,
      atMs,
    );
    key.certificates.forEach((certificate, rank) =>
      database.run(
        'INSERT INTO office_seal_certificate (rank, certificate) VALUES (?, ?)',
        rank,
        certificate,
      ),
    );
  });
}

export function removeSeal(database: WritableDatabase): void {
  database.run('DELETE FROM office_seal');
  database.run('DELETE FROM office_seal_certificate');
}

export function describeCertificate(
  der: Uint8Array,
): Pick<OfficeSeal, 'subject' | 'issuer' | 'validFromMs' | 'expiresAtMs'> {
  const { subject, issuer, validFromDate, validToDate } = new X509Certificate(der);
  return {
    subject: commonNameOf(subject),
    issuer: commonNameOf(issuer),
    validFromMs: validFromDate.getTime(),
    expiresAtMs: validToDate.getTime(),
  };
}

/** What people call it; the whole name where it has none. */
function commonNameOf(name: string): string {
  return /^CN=(.+)$/m.exec(name)?.[1] ?? name.replaceAll('\n', ', ');
}
