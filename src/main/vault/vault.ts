import { createHmac, randomBytes, randomFillSync } from 'node:crypto';
import { GuichetError } from '#shared/errors.ts';
import { KEY_BYTES } from '#main/database/health-seal.ts';
import type { SecretStore } from '#main/ports/secret-store.ts';
import {
  makeClerkSlot,
  openClerkSlot,
  resealClerkSlot,
  rewrapClerkSlot,
  type OpenedSlot,
} from './clerk-slot.ts';
import { openSlot } from './key-slot.ts';
import { newRecoveryKey, RECOVERY_BOX, recoveryPair } from './recovery-key.ts';
import { openBox, sealTo, wipe } from './sealed-box.ts';
import { readHeader, writeHeader, type AnyHeader, type StationHeader } from './station-header.ts';

export interface Vault {
  /** Undefined when the folder holds no station. */
  describe(): VaultState | undefined;
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
  }): Promise<{ databaseKey: Uint8Array; publicKey: Uint8Array; commit(): void }>;
  /** Whether this machine and account hold the secret that the slots are bound to. */
  opensHere(): Promise<boolean>;
  /** Stands for a login where it must not be read. Throws `sealed-elsewhere`. */
  markOf(login: string): Promise<string>;
  /**
   * The database key. Throws `wrong-passphrase` for an unknown login as for a wrong passphrase, `sealed-elsewhere`. A folder of the
   * first version is brought to this one.
   */
  unlock(login: string, passphrase: string): Promise<OpenedSlot>;
  /** A slot for a clerk, in the place of hers if there is one. Returns her public key, which the base keeps. */
  giveSlot(order: SlotOrder): Promise<Uint8Array>;
  dropSlot(login: string): void;
  /** Throws `wrong-passphrase`. */
  changePassphrase(login: string, before: string, after: string): Promise<void>;
  /** A new recovery key, the former one opening nothing any more; shown once, kept nowhere. */
  giveRecoveryKey(databaseKey: Uint8Array, nowMs: number): { recoveryKey: string; publicKey: Uint8Array };
  /** The database key. Throws `recovery-key-mistyped`, `recovery-key-wrong`. */
  openWithRecoveryKey(recoveryKey: string): Uint8Array;
  /** The header of a base with another key; a slot whose key is not given is left out. */
  headerFor(order: SealingOrder): Promise<StationHeader>;
  /** Another key in the slots that are named; all others, and their passphrases, stay as they are. */
  reseal(order: SealingOrder): Promise<void>;
  /** The same in two steps: what takes time first, then the change in one go, under a lock that its caller holds. */
  resealer(): Promise<(order: SealingOrder) => void>;
  /** The station key as it lies in her slot of now. Undefined without a slot of this version. */
  boxOf(login: string): string | undefined;
}

interface VaultState {
  training: boolean;
  logins: string[];
  slots: readonly { login: string; isTemporary: boolean }[];
  recoveryMadeAtMs: number | null;
}

interface SlotOrder {
  login: string;
  passphrase: string;
  databaseKey: Uint8Array;
  isTemporary: boolean;
  /** Where the station's secret is lost, a new one is made; the slots bound to the former open nothing any more. */
  renewsLostSecret?: boolean;
}

/** A station key, and the public key of who shall open it. */
export interface SealedFor {
  publicKey: Uint8Array;
  databaseKey: Uint8Array;
}

export interface SealingOrder {
  /** By login. */
  clerks: ReadonlyMap<string, SealedFor>;
  recovery: SealedFor | undefined;
}

/** What every part of a vault works with. */
interface Place {
  folder: string;
  secretStore: SecretStore;
  /** Throws `station-absent`. */
  getAny(): AnyHeader;
  /** What changes slots only happens in a station that was opened, and is then of this version. */
  get(): StationHeader;
  /** The station's secret. Throws `sealed-elsewhere`. */
  revealed<Header extends AnyHeader>(header: Header): Promise<{ header: Header; stationSecret: Uint8Array }>;
}

export function createVault(folder: string, secretStore: SecretStore): Vault {
  const getAny = (): AnyHeader => readHeader(folder) ?? refuse('station-absent');
  const place: Place = {
    folder,
    secretStore,
    getAny,
    get() {
      const header = getAny();
      return header.format === 2 ? header : refuse('locked');
    },
    revealed: async (header) => ({ header, stationSecret: await reveal(secretStore, header) }),
  };
  return {
    ...describing(place),
    ...opening(place),
    ...givingSlots(place),
    ...recovering(place),
    ...resealing(place),
  };
}

/** What is known of a folder without any passphrase, and how it becomes a station. */
function describing({
  folder,
  secretStore,
  getAny,
  revealed,
}: Place): Pick<Vault, 'describe' | 'prepare' | 'opensHere' | 'markOf'> {
  return {
    describe() {
      const header = readHeader(folder);
      return header && stateOf(header);
    },
    async prepare({ login, passphrase, training, databaseKey = newStationKey() }) {
      if (readHeader(folder)) throw new GuichetError('station-exists');
      const { stationSecret, sealed } = await newStationSecret(secretStore);
      const holder = { login, passphrase, stationSecret };
      const { slot, publicKey } = await makeClerkSlot(holder, { databaseKey, isTemporary: false });
      const header: StationHeader = {
        format: 2,
        training,
        stationSecret: sealed,
        slots: [slot],
        recovery: null,
      };
      return { databaseKey, publicKey, commit: () => writeHeader(folder, header) };
    },
    async opensHere() {
      const header = readHeader(folder);
      if (!header) return false;
      return reveal(secretStore, header).then(
        () => true,
        () => false,
      );
    },
    async markOf(login) {
      const { stationSecret } = await revealed(getAny());
      return createHmac('sha256', stationSecret).update(`attempt ${login}`).digest('hex').slice(0, 32);
    },
  };
}

/** A passphrase is typed. */
function opening({ folder, getAny, get, revealed }: Place): Pick<Vault, 'unlock' | 'changePassphrase'> {
  return {
    async unlock(login, passphrase) {
      const { header, stationSecret } = await revealed(getAny());
      const holder = { login, passphrase, stationSecret };
      if (header.format === 1) return upgrade(folder, header, holder);
      return openClerkSlot(
        header.slots.find((slot) => slot.login === login),
        holder,
      );
    },
    async changePassphrase(login, before, after) {
      const { stationSecret } = await revealed(get());
      const own = get().slots.find((slot) => slot.login === login);
      const changed = await rewrapClerkSlot(own, { login, passphrase: before, stationSecret }, after);
      const header = get();
      writeHeader(folder, {
        ...header,
        slots: header.slots.map((slot) => (slot.login === login ? changed : slot)),
      });
    },
  };
}

/** Who else opens the station. */
function givingSlots({ folder, secretStore, get }: Place): Pick<Vault, 'giveSlot' | 'dropSlot'> {
  return {
    async giveSlot({ login, passphrase, databaseKey, isTemporary, renewsLostSecret = false }) {
      const secret = await secretFor(secretStore, get(), renewsLostSecret);
      const holder = { login, passphrase, stationSecret: secret.stationSecret };
      const { slot, publicKey } = await makeClerkSlot(holder, { databaseKey, isTemporary });
      const header = get();
      const others = secret.isNew ? [] : header.slots.filter((other) => other.login !== login);
      writeHeader(folder, { ...header, stationSecret: secret.sealed, slots: [...others, slot] });
      return publicKey;
    },
    dropSlot(login) {
      const header = get();
      writeHeader(folder, { ...header, slots: header.slots.filter((slot) => slot.login !== login) });
    },
  };
}

/** The key on paper. */
function recovering({ folder, getAny, get }: Place): Pick<Vault, 'giveRecoveryKey' | 'openWithRecoveryKey'> {
  return {
    giveRecoveryKey(databaseKey, nowMs) {
      const recoveryKey = newRecoveryKey();
      const { publicKey, privateKey } = recoveryPair(recoveryKey);
      wipe(privateKey);
      const recovery = { databaseKey: sealTo(publicKey, databaseKey, RECOVERY_BOX), madeAtMs: nowMs };
      writeHeader(folder, { ...get(), recovery });
      return { recoveryKey, publicKey };
    },
    openWithRecoveryKey(recoveryKey) {
      const header = getAny();
      const { privateKey } = recoveryPair(recoveryKey);
      try {
        if (header.format === 1 || header.recovery === null) throw new GuichetError('recovery-key-wrong');
        return openBox(privateKey, header.recovery.databaseKey, RECOVERY_BOX);
      } catch (cause) {
        throw new GuichetError('recovery-key-wrong', { cause });
      } finally {
        wipe(privateKey);
      }
    },
  };
}

/** Other keys for the same people. */
function resealing({
  folder,
  getAny,
  get,
  revealed,
}: Place): Pick<Vault, 'headerFor' | 'reseal' | 'resealer' | 'boxOf'> {
  const resealer = async () => {
    const { stationSecret } = await revealed(get());
    return (order: SealingOrder) => writeHeader(folder, resealedHeader(get(), order, stationSecret));
  };
  return {
    async headerFor(order) {
      const header = get();
      const resealed = resealedHeader(header, order, (await revealed(header)).stationSecret);
      const slots = resealed.slots.filter(({ login }) => order.clerks.has(login));
      return { ...resealed, slots, recovery: order.recovery ? resealed.recovery : null };
    },
    resealer,
    reseal: async (order) => (await resealer())(order),
    boxOf(login) {
      const header = getAny();
      if (header.format === 1) return undefined;
      return header.slots.find((slot) => slot.login === login)?.databaseKey;
    },
  };
}

/** Of a new station: the key of its base, and that of what tells of health. */
function newStationKey(): Uint8Array {
  return randomFillSync(new Uint8Array(2 * KEY_BYTES));
}

function resealedHeader(
  header: StationHeader,
  { clerks, recovery }: SealingOrder,
  stationSecret: Uint8Array,
): StationHeader {
  return {
    ...header,
    slots: header.slots.map((slot) => {
      const its = clerks.get(slot.login);
      return its
        ? resealClerkSlot(slot, its.publicKey, { databaseKey: its.databaseKey, stationSecret })
        : slot;
    }),
    recovery:
      header.recovery && recovery
        ? { ...header.recovery, databaseKey: sealTo(recovery.publicKey, recovery.databaseKey, RECOVERY_BOX) }
        : header.recovery,
  };
}

function refuse(code: 'station-absent' | 'locked'): never {
  throw new GuichetError(code);
}

function stateOf(header: AnyHeader): VaultState {
  const slots =
    header.format === 1
      ? header.slots.map(({ login }) => ({ login, isTemporary: false }))
      : header.slots.map(({ login, temporary }) => ({ login, isTemporary: temporary }));
  return {
    training: header.training,
    logins: slots.map(({ login }) => login),
    slots,
    recoveryMadeAtMs: header.format === 1 ? null : (header.recovery?.madeAtMs ?? null),
  };
}

/** Her passphrase wrapped the database key itself: from now on it wraps a key of hers, so that another database key needs no passphrase. */
async function upgrade(
  folder: string,
  header: Extract<AnyHeader, { format: 1 }>,
  holder: { login: string; passphrase: string; stationSecret: Uint8Array },
): Promise<OpenedSlot> {
  const own = header.slots.find((slot) => slot.login === holder.login);
  const databaseKey = await openSlot(own, holder);
  const { slot, publicKey } = await makeClerkSlot(holder, { databaseKey, isTemporary: false });
  try {
    writeHeader(folder, { ...header, format: 2, slots: [slot], recovery: null });
  } catch (error) {
    // A full disk keeps the former one, which opens as well; the next unlocking tries again.
    if (!(error instanceof GuichetError)) throw error;
  }
  return { databaseKey, box: slot.databaseKey, publicKey, isTemporary: false };
}

/** The secret that slots are bound to; a new one where it is lost: a folder that came back on another machine or account. */
async function secretFor(secretStore: SecretStore, header: StationHeader, renewsLostSecret: boolean) {
  try {
    const stationSecret = await reveal(secretStore, header);
    return { stationSecret, sealed: header.stationSecret, isNew: false };
  } catch (error) {
    if (!renewsLostSecret) throw error;
    return { ...(await newStationSecret(secretStore)), isNew: true };
  }
}

async function newStationSecret(secretStore: SecretStore) {
  const stationSecret = randomBytes(32);
  return { stationSecret, sealed: Buffer.from(await secretStore.protect(stationSecret)).toString('base64') };
}

/** The secret is bound to a machine, a user and a host; elsewhere the folder stays shut, and nothing in it is damaged. */
async function reveal(secretStore: SecretStore, header: AnyHeader): Promise<Uint8Array> {
  try {
    return await secretStore.reveal(Buffer.from(header.stationSecret, 'base64'));
  } catch (cause) {
    throw new GuichetError('sealed-elsewhere', { cause });
  }
}
