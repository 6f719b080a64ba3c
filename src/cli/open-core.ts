import type { Core } from '#main/core.ts';
import { createBrowserPorts } from '#main/hosts/browser/adapters/ports.ts';
import { programFolders } from '#main/hosts/program-folders.ts';
import type { ScannerSettings } from '#main/ports/scanner-settings.ts';
import { createClock } from '#main/ports/system-clock.ts';
import type { CommandInput, CommandName, CommandOutput } from '#shared/contract/index.ts';
import { GuichetError } from '#shared/errors.ts';
import { fromWireError } from '#shared/wire/envelope.ts';
import { textOption, UsageError, type CommandLine, type UnlockedCore } from './command.ts';
import { programVersion } from './program-version.ts';
import { reportUnexpected } from './report-unexpected.ts';
import { askSecret } from './ask-secret.ts';

/** The data folder named by `--data`, or the system's own for the program. */
export function dataFolderOf(line: CommandLine): string {
  const named = textOption(line, 'data');
  return named === undefined ? programFolders().data : line.io.resolve(named);
}

/** The core is loaded only when a command needs it: help and mistakes answer at once. */
export async function openLockedCore(folder: string, scannerSettings?: ScannerSettings): Promise<Core> {
  const { createApp } = await import('#main/app.ts');
  return createApp({
    folder,
    ports: createBrowserPorts({
      version: programVersion(),
      settingsFolder: programFolders().settings,
      host: 'ligne de commande',
      ...(scannerSettings ? { scannerSettings } : {}),
    }),
    clock: createClock(process.env['GUICHET_CLOCK']),
    onUnexpected: reportUnexpected,
    locksWhenIdle: false,
  });
}

/** Opens the station, runs the work, closes it whatever happens. */
export async function withStation<T>(
  line: CommandLine,
  work: (station: UnlockedCore) => Promise<T>,
  scannerSettings?: ScannerSettings,
): Promise<T> {
  const core = await openLockedCore(dataFolderOf(line), scannerSettings);
  const call = caller(core);
  try {
    await unlockStation(line, call);
    return await work({ core, call });
  } finally {
    await core.close();
  }
}

/** By `--agent`, GUICHET_AGENT, or the only clerk there is. Throws `station-absent` before anything is asked. */
async function unlockStation(line: CommandLine, call: UnlockedCore['call']): Promise<void> {
  const { state, onlyLogin } = await call('station.status', {});
  if (state === 'absent') throw new GuichetError('station-absent');
  const login = textOption(line, 'agent') ?? process.env['GUICHET_AGENT'] ?? onlyLogin;
  if (login === null) throw new UsageError('Plusieurs agents ouvrent ce poste : précisez --agent.');
  await call('session.unlock', { login, passphrase: await passphraseOf(line) });
}

/** A typed `call` that throws the failure an envelope carries. */
export function caller(core: Core): UnlockedCore['call'] {
  return async <Name extends CommandName>(name: Name, input: CommandInput<Name>) => {
    const envelope = await core.call(name, input);
    if (!envelope.ok) throw fromWireError(envelope.error);
    // The core validated the value against this very command's output schema.
    return envelope.value as CommandOutput<Name>;
  };
}

export async function passphraseOf(line: CommandLine): Promise<string> {
  return process.env['GUICHET_PASSPHRASE'] ?? askSecret('Phrase de passe : ', line.io);
}
