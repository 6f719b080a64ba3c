import { createApp } from '#main/app.ts';
import type { Core } from '#main/core.ts';
import { createBrowserPorts } from '#main/hosts/browser/adapters/ports.ts';
import { createFileSecretStore } from '#main/hosts/browser/adapters/file-secret-store.ts';
import { createClock } from '#main/ports/system-clock.ts';
import { createVault } from '#main/vault/vault.ts';
import type { CommandInput, CommandName, CommandOutput } from '#shared/contract/index.ts';
import { fromWireError } from '#shared/wire/envelope.ts';
import { join } from 'node:path';

export const PASSPHRASE = 'une phrase de passe pour mesurer';
const LOGIN = 'agent.mesure';

export interface BenchFolders {
  data: string;
  /** Stands for the settings folder of the machine, as the command line finds it. */
  settings: string;
}

/** The folders of a benchmark inside one of its own; the settings lie where `XDG_CONFIG_HOME` says to the command line. */
export function benchFolders(folder: string): BenchFolders {
  return { data: join(folder, 'data'), settings: join(folder, 'config', 'guichet') };
}

export interface BenchStation {
  core: Core;
  call<Name extends CommandName>(name: Name, input: CommandInput<Name>): Promise<CommandOutput<Name>>;
}

export function openCore({ data, settings }: BenchFolders): BenchStation {
  const ports = createBrowserPorts({ version: '0.0.0', settingsFolder: settings, host: 'mesure' });
  const core = createApp({ folder: data, ports, clock: createClock(undefined) });
  return {
    core,
    async call<Name extends CommandName>(name: Name, input: CommandInput<Name>) {
      const envelope = await core.call(name, input);
      if (!envelope.ok) throw fromWireError(envelope.error);
      return envelope.value as CommandOutput<Name>;
    },
  };
}

export async function setUpStation(folders: BenchFolders): Promise<void> {
  const { core, call } = openCore(folders);
  await call('station.setup', {
    name: 'Guichet de mesure',
    office: 'Bureau de mesure',
    academyCode: '00',
    agentLogin: LOGIN,
    agentName: 'Agent Mesure',
    passphrase: PASSPHRASE,
    training: true,
  });
  await core.close();
}

/** The station, unlocked. */
export async function openStation(folders: BenchFolders): Promise<BenchStation> {
  const station = openCore(folders);
  await station.call('session.unlock', { login: LOGIN, passphrase: PASSPHRASE });
  return station;
}

/** The key of its base, to fill it faster than one registration at a time. */
export async function databaseKey({ data, settings }: BenchFolders): Promise<Uint8Array> {
  const secrets = createFileSecretStore(join(settings, 'station.key'));
  return (await createVault(data, secrets).unlock(LOGIN, PASSPHRASE)).databaseKey;
}
