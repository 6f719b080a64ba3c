import { GuichetError } from '#shared/errors.ts';
import type { Scanner } from '#main/ports/scanner.ts';
import type { ScannerSettings } from '#main/ports/scanner-settings.ts';
import { createEsclScanner, ESCL_PREFIX } from './escl/escl-scanner.ts';
import { createWatchedFolder, FOLDER_PREFIX } from './folder/watched-folder.ts';
import { createNaps2Scanner } from './naps2/naps2-scanner.ts';
import { NAPS2_PREFIX } from './naps2/naps2-words.ts';
import { createSaneScanner, SANE_PREFIX } from './sane/sane-scanner.ts';

/** Every way of scanning of this machine behind one port; the prefix of a scanner's id says which. */
export function createStationScanner(
  settings: ScannerSettings,
  platform: NodeJS.Platform = process.platform,
): Scanner {
  const ways: readonly [string, Scanner][] = [
    platform === 'win32' ? [NAPS2_PREFIX, createNaps2Scanner()] : [SANE_PREFIX, createSaneScanner()],
    [ESCL_PREFIX, createEsclScanner(() => settings.read().addresses)],
    [FOLDER_PREFIX, createWatchedFolder(() => settings.read().folder)],
  ];
  return {
    async list() {
      const answers = await Promise.allSettled(ways.map(([, scanner]) => scanner.list()));
      const lists = answers.filter((answer) => answer.status === 'fulfilled').map(({ value }) => value);
      const failures = answers
        .filter((answer) => answer.status === 'rejected')
        .map(({ reason }) => asFault(reason));
      return {
        scanners: lists.flatMap(({ scanners }) => scanners),
        troubles: [...failures, ...lists.flatMap(({ troubles }) => troubles)],
      };
    },
    scan(request, signal) {
      const way = ways.find(([prefix]) => request.scanner.startsWith(prefix));
      if (!way) throw new GuichetError('scanner-gone');
      return way[1].scan(request, signal);
    },
  };
}

function asFault(reason: unknown): GuichetError {
  if (reason instanceof GuichetError) return reason;
  throw reason;
}
