import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { app } from 'electron';
import { z } from 'zod';
import { programFolders } from '../../program-folders.ts';
import { createSettingsFile } from '../../settings-file.ts';
import { fetchUpdate, type ReadyUpdate } from './intranet-update.ts';
import { readUpdatePolicy } from './update-policy.ts';

/** What became of the last look, for whoever looks after the machine. */
const lookSchema = z.object({ at: z.string().optional(), outcome: z.string().optional() });

/**
 * Asks the feed that the administrator of this machine named, once for each start. Without one nothing is asked, and the code that could
 * ask is not even loaded.
 */
export async function lookForUpdate(): Promise<ReadyUpdate | undefined> {
  if (!mayUpdateItself()) return undefined;
  // A machine that lets nobody run reg.exe refuses before it starts: its counter works all the same.
  const policy = await readUpdatePolicy().catch(() => 'policy-unreadable' as const);
  if (policy === undefined) return undefined;
  if (typeof policy === 'string') return void note(policy);
  try {
    const { NsisUpdater } = await import('electron-updater');
    const ready = await fetchUpdate(policy, new NsisUpdater({ provider: 'generic', url: policy.feed }));
    note(ready ? `ready: ${ready.version}` : 'nothing newer');
    return ready;
  } catch (error) {
    note(`refused: ${String(error)}`);
    return undefined;
  }
}

/** An MSI is replaced by its administrator; a deb by its system. */
function mayUpdateItself(): boolean {
  if (!app.isPackaged || process.platform !== 'win32') return false;
  return existsSync(join(dirname(app.getPath('exe')), `Uninstall ${app.getName()}.exe`));
}

function note(outcome: string): void {
  const file = createSettingsFile(join(programFolders().settings, 'update.json'), lookSchema);
  try {
    file.write({ at: new Date().toISOString(), outcome });
  } catch {
    // The counter works without it.
  }
}
