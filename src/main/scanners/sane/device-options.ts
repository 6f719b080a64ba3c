import type { PaperSource, ScanColour, ScannerDescription } from '#shared/contract/scanners.ts';
import type { ScanRequest } from '#main/ports/scanner.ts';
import { OFFICE_RESOLUTIONS_DPI } from '../office-resolutions.ts';
import { numbersOf, type SaneOption } from './parse-options.ts';

type Options = ReadonlyMap<string, SaneOption>;

/** Every maker has words of its own for the same three sources. */
const DUPLEX = /duplex|both|double|recto.?verso/i;
const NOT_PAPER = /\bback\b|card|transpar|film|negative|slide|\btpu\b/i;
const FEEDER = /adf|feed|simplex|front/i;
const FLATBED = /flat.?bed|platen|glass|normal/i;

const COLOUR_WORDS: Record<ScanColour, RegExp> = {
  colour: /colou?r/i,
  grey: /gr[ae]y/i,
  bilevel: /line.?art|binary|black|monochrome/i,
};

/** Two-sided scanning is a source of its own, or a switch beside the feeder, which may sleep until the feeder is chosen. */
const DUPLEX_OPTIONS = ['adf-mode', 'duplex', 'ScanMode'];

const A4_MM = { width: 210, height: 297 };

/** An option that can be set as the device stands. */
function active(options: Options, name: string): SaneOption | undefined {
  const option = options.get(name);
  return option?.isActive === true ? option : undefined;
}

/** What a device offers, in our words. One that names no source is taken for a flatbed: it gives one page. */
export function sourcesOf(options: Options): ScannerDescription['sources'] {
  const resolutionsDpi = resolutionsOf(active(options, 'resolution'));
  const colours = coloursOf(active(options, 'mode'));
  const kinds = (['flatbed', 'feeder', 'feederDuplex'] as const).filter((kind) =>
    sourceArguments(options, kind),
  );
  return kinds.map((kind) => ({ kind, resolutionsDpi, colours }));
}

/** The arguments that ask this device for this; an option that the device lacks is not asked for. */
export function scanArguments(options: Options, request: ScanRequest): string[] | undefined {
  const source = sourceArguments(options, request.source);
  if (!source) return undefined;
  const mode = active(options, 'mode');
  const modeWord = mode?.words.find((word) => COLOUR_WORDS[request.colour].test(word));
  const resolution = active(options, 'resolution');
  return [
    ...source,
    ...(mode && modeWord ? [mode.flag, modeWord] : []),
    ...(resolution ? [resolution.flag, String(nearest(resolution, request.resolutionDpi))] : []),
    ...pageArguments(options),
  ];
}

function sourceArguments(options: Options, kind: PaperSource): string[] | undefined {
  const source = active(options, 'source');
  if (!source || source.words.length === 0) return kind === 'flatbed' ? [] : undefined;
  const { flag, words } = source;
  const feeder = words.find((word) => FEEDER.test(word) && !DUPLEX.test(word) && !NOT_PAPER.test(word));
  switch (kind) {
    case 'flatbed': {
      const flatbed = words.find((word) => FLATBED.test(word));
      return flatbed === undefined ? undefined : [flag, flatbed];
    }
    case 'feeder':
      return feeder === undefined ? undefined : [flag, feeder, ...sidesArguments(options, false)];
    case 'feederDuplex': {
      const duplex = words.find((word) => DUPLEX.test(word) && !NOT_PAPER.test(word));
      if (duplex !== undefined) return [flag, duplex];
      const sides = sidesArguments(options, true);
      return feeder === undefined || sides.length === 0 ? undefined : [flag, feeder, ...sides];
    }
    case 'folder':
      return undefined;
  }
}

function sidesArguments(options: Options, isDuplex: boolean): string[] {
  const option = DUPLEX_OPTIONS.map((name) => options.get(name)).find((one) => one !== undefined);
  if (!option) return [];
  if (option.isSwitch) return [`${option.flag}=${isDuplex ? 'yes' : 'no'}`];
  const word = option.words.find((one) => DUPLEX.test(one) === isDuplex);
  return word === undefined ? [] : [option.flag, word];
}

function coloursOf(mode: SaneOption | undefined): ScanColour[] {
  if (!mode) return ['colour'];
  const kinds = (['colour', 'grey', 'bilevel'] as const).filter((kind) =>
    mode.words.some((word) => COLOUR_WORDS[kind].test(word)),
  );
  return kinds.length > 0 ? kinds : ['colour'];
}

function resolutionsOf(resolution: SaneOption | undefined): number[] {
  if (!resolution) return [];
  const { range } = resolution;
  if (range) return OFFICE_RESOLUTIONS_DPI.filter((dpi) => dpi >= range.min && dpi <= range.max);
  const offered = numbersOf(resolution);
  return OFFICE_RESOLUTIONS_DPI.filter((dpi) => offered.includes(dpi));
}

/** A scanner that lacks what was asked for does its nearest; a few dots more or less read the same. */
function nearest(resolution: SaneOption, wantedDpi: number): number {
  const { range } = resolution;
  if (range) return Math.min(range.max, Math.max(range.min, wantedDpi));
  const offered = numbersOf(resolution);
  return offered.reduce(
    (best, dpi) => (Math.abs(dpi - wantedDpi) < Math.abs(best - wantedDpi) ? dpi : best),
    offered[0] ?? wantedDpi,
  );
}

/** A4 from the corner, or what the glass has of it. A feeder is told the paper's size first, which then bounds the area. */
function pageArguments(options: Options): string[] {
  const maxOf = (name: string) => active(options, name)?.range?.max;
  const upTo = (name: string, wantedMm: number, max = maxOf(name)): string[] => {
    const option = active(options, name);
    return option === undefined || max === undefined ? [] : [option.flag, String(Math.min(max, wantedMm))];
  };
  return [
    ...upTo('page-width', A4_MM.width),
    ...upTo('page-height', A4_MM.height),
    ...upTo('l', 0),
    ...upTo('t', 0),
    ...upTo('x', A4_MM.width, maxOf('page-width') ?? maxOf('x')),
    ...upTo('y', A4_MM.height, maxOf('page-height') ?? maxOf('y')),
  ];
}
