import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { GuichetError } from '#shared/errors.ts';
import type { SecretStore } from '#main/ports/secret-store.ts';
import { writeDurably } from './file-store.ts';
import { openSlot, sealSlot, slotSchema } from './key-slot.ts';

/** The only readable file of a data folder: how the database key is wrapped, one slot per clerk. */
const headerSchema = z.strictObject({
  format: z.literal(1),
  training: z.boolean(),
  /** The station's secret, sealed by the operating system (or the host's weaker stand-in), base64. */
  stationSecret: z.base64(),
  slots: z.array(slotSchema).min(1),
});
type VaultHeader = z.infer<typeof headerSchema>;

const HEADER_FILE = 'station.json';

export interface Vault {
  /** Undefined when the folder holds no station. */
  describe(): { training: boolean; logins: string[] } | undefined;
  /**
   * Makes keys and the first slot. Nothing is written before `commit`, to be called once the base is made: the header is
   * what makes a folder a station. Throws `station-exists`.
   */
  prepare(options: {
    login: string;
    passphrase: string;
    training: boolean;
    /** Of a base that exists already; a new one otherwise. */
    databaseKey?: Uint8Array;
  }): Promise<{ databaseKey: Uint8Array; commit(): void }>;
  /** Whether this machine and account hold the secret that the slots are bound to. */
  opensHere(): Promise<boolean>;
  /** The database key. Throws `wrong-passphrase` for an unknown login as for a wrong passphrase, `sealed-elsewhere`. */
  unlock(login: string, passphrase: string): Promise<Uint8Array>;
}

export function createVault(folder: string, secretStore: SecretStore): Vault {
  const path = join(folder, HEADER_FILE);
  const read = (): VaultHeader | undefined => (existsSync(path) ? readHeader(path) : undefined);
  return {
    describe() {
      const header = read();
      return header && { training: header.training, logins: header.slots.map((slot) => slot.login) };
    },
    async prepare({ login, passphrase, training, databaseKey = randomBytes(32) }) {
      if (read()) throw new GuichetError('station-exists');
      const stationSecret = randomBytes(32);
      const header: VaultHeader = {
        format: 1,
        training,
        stationSecret: Buffer.from(await secretStore.protect(stationSecret)).toString('base64'),
        slots: [await sealSlot({ login, passphrase, stationSecret, databaseKey })],
      };
      return { databaseKey, commit: () => writeDurably(path, Buffer.from(JSON.stringify(header, null, 2))) };
    },
    async opensHere() {
      const header = read();
      if (!header) return false;
      return reveal(secretStore, header).then(
        () => true,
        () => false,
      );
    },
    async unlock(login, passphrase) {
      const header = read();
      if (!header) throw new GuichetError('station-absent');
      const stationSecret = await reveal(secretStore, header);
      const slot = header.slots.find((one) => one.login === login);
      return openSlot(slot, { login, passphrase, stationSecret });
    },
  };
}

/** The secret is bound to a machine, a user and a host; elsewhere the folder stays shut, and nothing in it is damaged. */
async function reveal(secretStore: SecretStore, header: VaultHeader): Promise<Uint8Array> {
  try {
    return await secretStore.reveal(Buffer.from(header.stationSecret, 'base64'));
  } catch (cause) {
    throw new GuichetError('sealed-elsewhere', { cause });
  }
}

function readHeader(path: string): VaultHeader {
  try {
    return headerSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    throw new GuichetError('database-damaged', { detail: { file: HEADER_FILE }, cause });
  }
}
