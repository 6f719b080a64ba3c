import type { Verification } from '#shared/contract/safekeeping.ts';
import { GuichetError } from '#shared/errors.ts';
import { verificationSchema } from '#shared/contract/safekeeping.ts';
import { counted } from '#shared/sentences/counted.ts';
import type { Handlers, StationContext } from '#main/context.ts';
import { healthStateOf } from '#main/database/seal-base.ts';
import type { JobHandle } from '#main/jobs/job-runner.ts';
import { everyHours, lastBackupAtMs, noteEvent, recentEvents, setEveryHours } from './event-store.ts';
import { inWorker } from '#main/in-worker.ts';
import { suspectBase } from './open-base.ts';
import { writeBackup } from './write-backup.ts';

type SafekeepingCommands =
  | 'safekeeping.status'
  | 'safekeeping.configure'
  | 'safekeeping.snapshot'
  | 'safekeeping.chooseFolder'
  | 'safekeeping.backup'
  | 'safekeeping.verify';

export const safekeepingHandlers: Handlers<SafekeepingCommands> = {
  'safekeeping.status': (_input, { database, safekeeper }) => ({
    everyHours: everyHours(database),
    snapshots: safekeeper.snapshots(),
    events: recentEvents(database),
    lastBackupAtMs: lastBackupAtMs(database),
    isDiskLow: safekeeper.isDiskLow(),
  }),
  'safekeeping.configure': ({ everyHours: hours }, { database, emit }) => {
    setEveryHours(database, hours);
    emit('safekeeping.changed', {});
    return {};
  },
  'safekeeping.snapshot': (_input, { jobs, safekeeper }) => ({
    jobId: jobs.start('safekeeping.snapshot', () => safekeeper.snapshot('asked')),
  }),
  'safekeeping.chooseFolder': async (_input, { ports }) => ({
    folder: (await ports.fileDialogs.chooseFolder('Dossier de la sauvegarde')) ?? null,
  }),
  'safekeeping.backup': (order, context) => ({
    jobId: context.jobs.start('safekeeping.backup', (handle) => backUp(order, context, handle)),
  }),
  'safekeeping.verify': (_input, context) => ({
    jobId: context.jobs.start('safekeeping.verify', (handle) => verify(context, handle)),
  }),
};

async function backUp(
  order: { to: string; passphrase: string },
  { safekeeper, database, clock, agent, emit }: StationContext,
  handle: JobHandle,
) {
  handle.report({ done: 0, total: null, label: 'copie de la base' });
  const { folder, key } = safekeeper;
  // A backup that lacks the health key would lose it with the station.
  if (healthStateOf(database, key) === 'other') throw new GuichetError('health-reserved');
  const backup = await safekeeper.withSnapshot((snapshot) =>
    writeBackup({ folder, key, snapshot, ...order }, handle),
  );
  noteEvent(database, { kind: 'backedUp', atMs: clock.nowMs(), backup }, agent.login);
  emit('safekeeping.changed', {});
  return backup;
}

async function verify(
  { safekeeper, database, clock, agent, emit }: StationContext,
  { signal, report }: JobHandle,
): Promise<Verification> {
  const { folder, key } = safekeeper;
  const verification = await inWorker(new URL('./verify-worker.ts', import.meta.url), {
    data: { folder, key: new Uint8Array(key) },
    result: verificationSchema,
    signal,
    onProgress: (done, total) => report({ done, total, label: `${counted(done, 'document')} sur ${total}` }),
  });
  if (verification.faults.some(({ what }) => what === 'unreadablePages')) suspectBase(folder);
  noteEvent(database, { kind: 'verified', atMs: clock.nowMs(), verification }, agent.login);
  emit('safekeeping.changed', {});
  return verification;
}
