import { openSlot, sealSlot, type KeySlot } from './key-slot.ts';

/** A slot that no machine's secret goes into: a passphrase alone opens it, wherever the backup is brought. */
const PORTABLE = { login: 'sauvegarde', stationSecret: new Uint8Array(32) };

export function sealPortableSlot(databaseKey: Uint8Array, passphrase: string): Promise<KeySlot> {
  return sealSlot({ ...PORTABLE, passphrase, key: databaseKey });
}

/** Throws `wrong-passphrase`. */
export function openPortableSlot(slot: KeySlot, passphrase: string): Promise<Uint8Array> {
  return openSlot(slot, { ...PORTABLE, passphrase });
}
