import { GuichetError } from '#shared/errors.ts';
import { openSlot, sealSlot } from './key-slot.ts';
import { makeKeyPair, openBox, publicKeyOf, sealTo, wipe, type BoxContext } from './sealed-box.ts';
import type { ClerkSlot } from './station-header.ts';

interface Holder {
  login: string;
  passphrase: string;
  stationSecret: Uint8Array;
}

/** What a clerk's passphrase opens. Whoever receives the key wipes it. */
export interface OpenedSlot {
  /** With the health key after it, where she is entitled to it (`database/health-seal.ts`). */
  databaseKey: Uint8Array;
  /** What it was opened from. */
  box: string;
  publicKey: Uint8Array;
  /** Her passphrase was made by another. */
  isTemporary: boolean;
}

/** A new pair of keys for a clerk, and the database key sealed to it. */
export async function makeClerkSlot(
  holder: Holder,
  { databaseKey, isTemporary }: { databaseKey: Uint8Array; isTemporary: boolean },
): Promise<{ slot: ClerkSlot; publicKey: Uint8Array }> {
  const { publicKey, privateKey } = makeKeyPair();
  const slot = {
    login: holder.login,
    privateKey: await sealSlot({ ...holder, key: privateKey }),
    databaseKey: sealTo(publicKey, databaseKey, boxOf(holder)),
    temporary: isTemporary,
  };
  wipe(privateKey);
  return { slot, publicKey };
}

/** Throws `wrong-passphrase`; the same work is done without a slot. */
export async function openClerkSlot(slot: ClerkSlot | undefined, holder: Holder): Promise<OpenedSlot> {
  const privateKey = await openSlot(slot?.privateKey, holder);
  try {
    return {
      databaseKey: openBox(privateKey, slot?.databaseKey ?? '', boxOf(holder)),
      box: slot?.databaseKey ?? '',
      publicKey: publicKeyOf(privateKey),
      isTemporary: slot?.temporary ?? false,
    };
  } catch (cause) {
    throw new GuichetError('database-damaged', { detail: { file: 'station.json' }, cause });
  } finally {
    wipe(privateKey);
  }
}

/** The same keys under another passphrase. Throws `wrong-passphrase`. */
export async function rewrapClerkSlot(
  slot: ClerkSlot | undefined,
  holder: Holder,
  passphrase: string,
): Promise<ClerkSlot> {
  const privateKey = await openSlot(slot?.privateKey, holder);
  const sealed = await sealSlot({ ...holder, passphrase, key: privateKey });
  wipe(privateKey);
  return {
    login: holder.login,
    privateKey: sealed,
    databaseKey: slot?.databaseKey ?? '',
    temporary: false,
  };
}

/** Another database key for the same clerk, whose passphrase is not needed. */
export function resealClerkSlot(
  slot: ClerkSlot,
  publicKey: Uint8Array,
  { databaseKey, stationSecret }: { databaseKey: Uint8Array; stationSecret: Uint8Array },
): ClerkSlot {
  return {
    ...slot,
    databaseKey: sealTo(publicKey, databaseKey, boxOf({ login: slot.login, stationSecret })),
  };
}

function boxOf({ login, stationSecret }: Pick<Holder, 'login' | 'stationSecret'>): BoxContext {
  return { purpose: `clerk ${login}`, binding: stationSecret };
}
