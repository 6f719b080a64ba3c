import type { ScanColour, PaperSource } from '#shared/contract/scanners.ts';
import { GuichetError, type ErrorCode } from '#shared/errors.ts';
import type { ScanRequest } from '#main/ports/scanner.ts';

export const NAPS2_PREFIX = 'naps2:';
/** Asked in this order: WIA is what every office scanner of Windows has. */
export const NAPS2_DRIVERS = ['wia', 'twain'] as const;

const SOURCES: Record<Exclude<PaperSource, 'folder'>, string> = {
  flatbed: 'glass',
  feeder: 'feeder',
  feederDuplex: 'duplex',
};
const BIT_DEPTHS: Record<ScanColour, string> = { colour: 'color', grey: 'gray', bilevel: 'bw' };

export function listArguments(driver: string): string[] {
  return ['--listdevices', '--driver', driver];
}

/** One device a line; NAPS2 says what is wrong on the same output. */
export function devicesOf(driver: string, output: string): { id: string; name: string }[] {
  return linesOf(output)
    .filter((line) => faultCode(line) === undefined)
    .map((name) => ({ id: `${NAPS2_PREFIX}${driver}:${name}`, name: `${name} (${driver.toUpperCase()})` }));
}

/** Throws `scanner-gone` for an id that is not one of ours, `scanner-refused` for a source it has no word for. */
export function scanArguments(request: ScanRequest, output: string): string[] {
  const [, driver, device] = /^naps2:(wia|twain):(.+)$/s.exec(request.scanner) ?? [];
  if (driver === undefined || device === undefined) throw new GuichetError('scanner-gone');
  if (request.source === 'folder') throw new GuichetError('scanner-refused');
  return [
    // What someone once chose in NAPS2's own window must not decide.
    '--noprofile',
    ...['--driver', driver],
    ...['--device', device],
    ...['--source', SOURCES[request.source]],
    ...['--dpi', String(request.resolutionDpi)],
    ...['--bitdepth', BIT_DEPTHS[request.colour]],
    ...['--pagesize', 'a4'],
    ...['--jpegquality', '85'],
    ...['--output', output],
  ];
}

/** NAPS2 speaks the language of Windows: its own sentences, in English and in French. */
const FAULTS: readonly [RegExp, ErrorCode][] = [
  [/paper jam|bourrage/i, 'paper-jam'],
  [/no pages are in the feeder|aucune page dans le dispositif/i, 'feeder-empty'],
  [/cover is open|capot du scanner est ouvert/i, 'cover-open'],
  [/scanner is busy|scanner sélectionné est occupé|warming up|préchauffer/i, 'scanner-busy'],
  [
    /could not be found|introuvable|offline|est éteint|communication with the scanning|communication avec le périphérique|no scanning device|aucun périphérique/i,
    'scanner-gone',
  ],
  [/does not support using|ne semble pas/i, 'scanner-refused'],
];

function faultCode(line: string): ErrorCode | undefined {
  return FAULTS.find(([pattern]) => pattern.test(line))?.[1];
}

/** What NAPS2 complained of; undefined when it said nothing, as it does when all went well. */
export function faultOf(output: string): GuichetError | undefined {
  const lines = linesOf(output);
  const [first] = lines;
  if (first === undefined) return undefined;
  const code = lines.map(faultCode).find((one) => one !== undefined);
  return new GuichetError(code ?? 'scanner-refused', { detail: { cause: first.slice(0, 200) } });
}

function linesOf(output: string): string[] {
  return output
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
