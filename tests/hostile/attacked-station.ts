import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '#main/app.ts';
import type { Core } from '#main/core.ts';
import { createFileSecretStore } from '#main/hosts/browser/adapters/file-secret-store.ts';
import { noFileDialogs } from '#main/hosts/browser/adapters/no-file-dialogs.ts';
import { createSettingsFile } from '#main/hosts/settings-file.ts';
import type { CommandInput, CommandName, CommandOutput } from '#shared/contract/index.ts';
import { printerSettingsSchema } from '#shared/contract/printing.ts';
import { scannerSettingsSchema } from '#shared/contract/scanners.ts';
import { firstStepsSchema, type Role } from '#shared/contract/station.ts';
import { GuichetError } from '#shared/errors.ts';
import { fromWireError } from '#shared/wire/envelope.ts';
import { aClock, type TestClock } from '../builders/clock.ts';
import { aReadyPrinter } from '../builders/printer.ts';

/** A payload must not reach the scanners of whoever runs the test. */
async function* noScanner(): AsyncGenerator<never> {
  throw new GuichetError('unsupported-on-this-host');
}

/** After wrong passphrases. */
const LONGEST_WAIT_MS = 3_600_000;

export const LOGIN = 'agent.essai';
export const PASSPHRASE = 'une phrase de passe pour essayer';

export interface AttackedStation {
  core: Core;
  /** Everything this station may write lies below it. */
  root: string;
  /** The data folder, and that of the settings. */
  data: string;
  settings: string;
  /** What nobody foresaw, as the core told it. */
  unexpected: { method: string; error: unknown }[];
  clock: TestClock;
  call<Name extends CommandName>(name: Name, input: CommandInput<Name>): Promise<CommandOutput<Name>>;
  /** Where it is locked, and however many wrong passphrases were tried. */
  unlock(): Promise<void>;
  /** Waits for what still works. */
  settled(): Promise<void>;
  /** Closes it and removes what it wrote. */
  destroy(): Promise<void>;
}

/** The real core on a real encrypted base, set up and unlocked; it prints nowhere and opens nothing. Works without a test runner. */
export async function anAttackedStation(options: { role?: Role } = {}): Promise<AttackedStation> {
  const root = mkdtempSync(join(tmpdir(), 'guichet-attacked-'));
  const [data, settings] = [join(root, 'data'), join(root, 'settings')];
  mkdirSync(settings);
  const unexpected: AttackedStation['unexpected'] = [];
  const clock = aClock();
  const core = createApp({
    folder: data,
    clock,
    onUnexpected: (error, method) => unexpected.push({ method, error }),
    ports: {
      appInfo: { version: '0.0.0-test', host: 'test' },
      fileDialogs: noFileDialogs,
      firstSteps: createSettingsFile(join(settings, 'first-steps.json'), firstStepsSchema),
      printer: aReadyPrinter(() => 1),
      printerSettings: createSettingsFile(join(settings, 'printer.json'), printerSettingsSchema),
      scanner: { list: () => Promise.resolve({ scanners: [], troubles: [] }), scan: noScanner },
      scannerSettings: createSettingsFile(join(settings, 'scanner.json'), scannerSettingsSchema),
      secretStore: createFileSecretStore(join(settings, 'station.key')),
      shell: { openExternal: () => Promise.reject(new GuichetError('unsupported-on-this-host')) },
    },
  });
  const call: AttackedStation['call'] = async (name, input) => {
    const envelope = await core.call(name, input);
    if (!envelope.ok) throw fromWireError(envelope.error);
    return envelope.value as CommandOutput<typeof name>;
  };
  await call('station.setup', {
    name: 'Guichet 1',
    office: 'Bureau d’essai',
    academyCode: '23',
    agentLogin: LOGIN,
    agentName: 'Agent Essai',
    passphrase: PASSPHRASE,
    training: true,
    role: options.role ?? 'bureauHead',
  });
  const unlock = async (): Promise<void> => {
    const { state } = await call('station.status', {});
    if (state !== 'locked') return;
    const own = { login: LOGIN, passphrase: PASSPHRASE };
    const { ok } = await core.call('session.unlock', own);
    if (ok) return;
    clock.pass(LONGEST_WAIT_MS);
    await call('session.unlock', own);
  };
  return {
    core,
    root,
    data,
    settings,
    unexpected,
    clock,
    call,
    unlock,
    async settled() {
      const running = async () => {
        // It may have been told to lock itself after a minute, and a job lasts longer.
        await unlock();
        return (await call('jobs.list', {})).filter(({ state }) => state === 'running');
      };
      for (let jobs = await running(); jobs.length > 0; jobs = await running()) {
        // An export waits for whoever fetches it, and here nobody does.
        for (const { id, kind } of jobs) if (kind === 'lists.export') await call('jobs.cancel', { id });
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    async destroy() {
      await core.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
