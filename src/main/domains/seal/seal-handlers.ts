import { GuichetError } from '#shared/errors.ts';
import type { Handlers, StationContext } from '#main/context.ts';
import type { SealKey } from '#main/documents/pdf-seal/index.ts';
import { readCertificateFile } from './read-certificate-file.ts';
import { describeCertificate, findSeal, findSealKey, keepSeal, removeSeal } from './seal-store.ts';

type SealCommands = 'seal.current' | 'seal.install' | 'seal.remove';

export const sealHandlers: Handlers<SealCommands> = {
  'seal.current': (_input, { database }) => ({ seal: findSeal(database) }),
  'seal.install': async ({ file, passphrase }, { database, agent, clock, emit }) => {
    const { canSeal } = await import('#main/documents/pdf-seal/index.ts');
    const key = await readCertificateFile(file, passphrase);
    requireInForce(key, clock.nowMs());
    if (!(await canSeal(key))) throw new GuichetError('seal-unusable');
    keepSeal(database, key, { by: agent.name, atMs: clock.nowMs() });
    emit('clerks.changed', {});
    return { seal: findSeal(database) };
  },
  'seal.remove': (_input, { database, emit }) => {
    removeSeal(database);
    emit('clerks.changed', {});
    return {};
  },
};

/**
 * The document with the seal of the office, where it has one; as it is where it has none. Throws `seal-expired`: a document must not leave
 * unsealed unnoticed from an office that seals.
 */
export async function sealedByOffice(
  { database, clock }: Pick<StationContext, 'database' | 'clock'>,
  pdf: Uint8Array,
  reason: string,
): Promise<{ pdf: Uint8Array; sealedBy: string | null }> {
  const key = findSealKey(database);
  if (!key) return { pdf, sealedBy: null };
  const name = requireInForce(key, clock.nowMs());
  const { sealPdf } = await import('#main/documents/pdf-seal/index.ts');
  return { pdf: await sealPdf(pdf, key, { name, reason, atMs: clock.nowMs() }), sealedBy: name };
}

/** Returns whom its certificate names. Throws `seal-expired` outside of its days. */
function requireInForce({ certificates: [own] }: SealKey, nowMs: number): string {
  if (!own) throw new GuichetError('seal-unreadable');
  const { subject, validFromMs, expiresAtMs } = describeCertificate(own);
  if (nowMs < validFromMs || nowMs > expiresAtMs) throw new GuichetError('seal-expired');
  return subject;
}
