import { join } from 'node:path';
import { createSettingsFile } from '#main/hosts/settings-file.ts';
import { programFolders } from '#main/hosts/program-folders.ts';
import type { ScannerSettings } from '#main/ports/scanner-settings.ts';
import {
  scannerSettingsSchema,
  USUAL_RESOLUTION_DPI,
  type PaperSource,
  type ScanChoice,
} from '#shared/contract/scanners.ts';
import { textOption, UsageError, type CommandLine } from './command.ts';

/** Options that say which paper and how, of `scan`, `scanners choose` and `scanners test`. */
export const PAPER_OPTIONS = {
  source: { type: 'string' },
  dpi: { type: 'string' },
  grey: { type: 'boolean' },
} as const;

export const PAPER_HELP =
  '  --source  flatbed (vitre), feeder (chargeur) ou duplex (chargeur recto-verso, par défaut) ; --dpi 300 ; --grey : sans couleur, donc sans encre rouge';

const SOURCES = new Map<string, PaperSource>([
  ['flatbed', 'flatbed'],
  ['feeder', 'feeder'],
  ['duplex', 'feederDuplex'],
]);

/** How to scan on a device, as the options say. */
export function choiceOf(line: CommandLine, scanner: string): ScanChoice {
  const colour = line.options['grey'] === true ? 'grey' : 'colour';
  const dpi = Number(textOption(line, 'dpi') ?? USUAL_RESOLUTION_DPI);
  if (!Number.isInteger(dpi)) throw new UsageError('--dpi attend un nombre entier.');
  if (scanner.startsWith('folder:')) return { scanner, source: 'folder', resolutionDpi: dpi, colour };
  const source = SOURCES.get(textOption(line, 'source') ?? 'duplex');
  if (!source) throw new UsageError(`--source attend l’un de : ${[...SOURCES.keys()].join(', ')}.`);
  return { scanner, source, resolutionDpi: dpi, colour };
}

/** What this machine keeps, with the network scanner or the folder named on this line, for its time only. */
export function settingsNaming(scanner: string | undefined): ScannerSettings {
  const kept = createSettingsFile(join(programFolders().settings, 'scanner.json'), scannerSettingsSchema);
  const [, kind, place] = /^(escl|folder):(.+)$/s.exec(scanner ?? '') ?? [];
  if (place === undefined) return kept;
  const named = kind === 'escl' ? { addresses: [place] } : { folder: place };
  return { read: () => ({ ...kept.read(), ...named }), write: (settings) => kept.write(settings) };
}
