import type { ScanChoice, ScannerDescription } from '#shared/contract/scanners.ts';
import { USUAL_RESOLUTION_DPI } from '#shared/contract/scanners.ts';

type Source = ScannerDescription['sources'][number];

/** Confirmations have two sides: the feeder that reads both comes first. */
const PREFERRED = ['feederDuplex', 'feeder', 'folder', 'flatbed'] as const;

/** What the form begins with: what this machine uses if it still answers, else the first scanner that does. */
export function firstChoice(
  scanners: readonly ScannerDescription[],
  chosen: ScanChoice | null,
): ScanChoice | undefined {
  const kept = scanners.find(({ id }) => id === chosen?.scanner);
  if (chosen && kept?.sources.some(({ kind }) => kind === chosen.source)) return chosen;
  const scanner = scanners.find(({ sources }) => sources.length > 0);
  return scanner && choiceOn(scanner);
}

/** A scanner as it is best used. Undefined when it answered nothing. */
export function choiceOn(scanner: ScannerDescription): ScanChoice | undefined {
  const source = PREFERRED.map((kind) => scanner.sources.find((one) => one.kind === kind)).find(Boolean);
  return source && choiceFrom(scanner.id, source);
}

/** A source of a scanner, in colour at the usual resolution where it has them. */
export function choiceFrom(scanner: string, source: Source): ScanChoice {
  const { kind, resolutionsDpi, colours } = source;
  const hasUsual = resolutionsDpi.length === 0 || resolutionsDpi.includes(USUAL_RESOLUTION_DPI);
  return {
    scanner,
    source: kind,
    resolutionDpi: hasUsual ? USUAL_RESOLUTION_DPI : (resolutionsDpi.at(-1) ?? USUAL_RESOLUTION_DPI),
    colour: colours.length === 0 || colours.includes('colour') ? 'colour' : (colours[0] ?? 'colour'),
  };
}
