import { homedir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

export interface ProgramFolders {
  /** The data folder when none is named: base, scans, confirmations. */
  data: string;
  /** Settings of this machine and, where the operating system keeps no secret for us, the station's key. */
  settings: string;
}

/** Where the operating system wants a program's files. Never one inside the other: a copied data folder must hold no key. */
export function programFolders(
  platform: NodeJS.Platform = process.platform,
  environment: NodeJS.ProcessEnv = process.env,
  home: string = homedir(),
): ProgramFolders {
  if (platform === 'win32') {
    return {
      data: join(environment['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'Guichet', 'data'),
      settings: join(environment['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Guichet', 'settings'),
    };
  }
  if (platform === 'darwin') {
    const support = join(home, 'Library', 'Application Support', 'Guichet');
    return { data: join(support, 'data'), settings: join(support, 'settings') };
  }
  return {
    data: join(environment['XDG_DATA_HOME'] ?? join(home, '.local', 'share'), 'guichet'),
    settings: join(environment['XDG_CONFIG_HOME'] ?? join(home, '.config'), 'guichet'),
  };
}

/** The folder that `--data DIR` names, or the program's own. Other arguments belong to whoever started us. */
export function dataFolder(programArguments: string[] = process.argv.slice(1)): string {
  const { values } = parseArgs({
    args: programArguments,
    options: { data: { type: 'string' } },
    strict: false,
  });
  return typeof values['data'] === 'string' ? values['data'] : programFolders().data;
}
