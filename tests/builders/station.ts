import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createApp } from '#main/app.ts';
import type { Core } from '#main/core.ts';
import { createFileSecretStore } from '#main/hosts/browser/adapters/file-secret-store.ts';
import type { Ports } from '#main/ports/ports.ts';
import type { Printer } from '#main/ports/printer.ts';
import { createSettingsFile } from '#main/hosts/settings-file.ts';
import { createStationScanner } from '#main/scanners/station-scanner.ts';
import type { CommandInput, CommandName, CommandOutput } from '#shared/contract/index.ts';
import { printerSettingsSchema } from '#shared/contract/printing.ts';
import { scannerSettingsSchema } from '#shared/contract/scanners.ts';
import { firstStepsSchema, type Role } from '#shared/contract/station.ts';
import type { EventName } from '#shared/events.ts';
import { GuichetError } from '#shared/errors.ts';
import { fromWireError } from '#shared/wire/envelope.ts';
import { aClock, type TestClock } from './clock.ts';
import { aFolder } from './folder.ts';
import { aReadyPrinter } from './printer.ts';

export const PASSPHRASE = 'une phrase de passe pour essayer';

/** Who sets a station up, and where. */
export const SET_UP = {
  name: 'Guichet 1',
  office: 'Bureau d’essai',
  academyCode: '23',
  agentLogin: 'agent.essai',
  agentName: 'Agent Essai',
  passphrase: PASSPHRASE,
};

export interface TestStation {
  core: Core;
  folder: string;
  /** What stands for this machine and account: another one does not open the folder. */
  secrets: string;
  clock: TestClock;
  printed: { title: string; pdf: Uint8Array }[];
  events: EventName[];
  call<Name extends CommandName>(name: Name, input: CommandInput<Name>): Promise<CommandOutput<Name>>;
  /** The failure a call ends with; fails the test when it succeeds. */
  failure(name: CommandName, input: unknown): Promise<GuichetError>;
}

/** The real core on a real encrypted base in a fresh folder; only the printer is a list. Not yet set up. */
export function anEmptyStation(
  options: { clock?: TestClock; folder?: string; secrets?: string; printer?: Printer } = {},
): TestStation {
  const { clock = aClock(), folder = join(aFolder(), 'data'), secrets = aFolder() } = options;
  const printed: TestStation['printed'] = [];
  const scannerSettings = createSettingsFile(join(secrets, 'scanner.json'), scannerSettingsSchema);
  const ports: Ports = {
    appInfo: { version: '0.0.0-test', host: 'test' },
    fileDialogs: {
      saveAs: () => Promise.reject(new GuichetError('unsupported-on-this-host')),
      chooseFolder: () => Promise.reject(new GuichetError('unsupported-on-this-host')),
    },
    firstSteps: createSettingsFile(join(secrets, 'first-steps.json'), firstStepsSchema),
    printer: options.printer ?? aReadyPrinter((document) => printed.push(document)),
    printerSettings: createSettingsFile(join(secrets, 'printer.json'), printerSettingsSchema),
    scanner: createStationScanner(scannerSettings),
    scannerSettings,
    secretStore: createFileSecretStore(join(secrets, 'station.key')),
    shell: { openExternal: () => Promise.reject(new GuichetError('unsupported-on-this-host')) },
  };
  const unexpected: unknown[] = [];
  const core = createApp({ folder, ports, clock, onUnexpected: (error) => unexpected.push(error) });
  const events: EventName[] = [];
  core.listen((name) => events.push(name));
  onTestFinished(() => core.close());
  return {
    core,
    folder,
    secrets,
    clock,
    printed,
    events,
    async call<Name extends CommandName>(name: Name, input: CommandInput<Name>) {
      const envelope = await core.call(name, input);
      if (envelope.ok) return envelope.value as CommandOutput<Name>;
      throw new Error(`${name}: ${envelope.error.code}`, {
        cause: unexpected.at(-1) ?? fromWireError(envelope.error),
      });
    },
    async failure(name, input) {
      const envelope = await core.call(name, input);
      if (envelope.ok) throw new Error(`${name} succeeded`);
      return fromWireError(envelope.error);
    },
  };
}

/** A set-up, unlocked base école. */
export async function aStation(
  options: Parameters<typeof anEmptyStation>[0] & {
    training?: boolean;
    role?: Role;
    beginsFirstSteps?: boolean;
  } = {},
): Promise<TestStation> {
  const station = anEmptyStation(options);
  await station.call('station.setup', {
    ...SET_UP,
    training: options.training ?? true,
    ...(options.role ? { role: options.role } : {}),
    ...(options.beginsFirstSteps ? { beginsFirstSteps: true } : {}),
  });
  return station;
}

/** The same, opened by someone who may register and control, but decides no end and sets no rule aside. */
export function aCounterAgentStation(): Promise<TestStation> {
  return aStation({ role: 'counterAgent' });
}
