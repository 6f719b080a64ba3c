import type { PrinterTrouble } from '#shared/contract/printing.ts';
import type { SpoolState } from '#main/ports/printer.ts';

type Attributes = Record<string, unknown>;

/** Beginnings of `printer-state-reasons` (RFC 8011, 5.4.12; PWG 5100.9): the end says how grave it is. */
const TROUBLES: readonly (readonly [string, PrinterTrouble])[] = [
  ['media-empty', 'no-paper'],
  ['media-needed', 'no-paper'],
  ['input-tray-missing', 'no-paper'],
  ['media-jam', 'jam'],
  ['cover-open', 'cover-open'],
  ['door-open', 'cover-open'],
  ['interlock-open', 'cover-open'],
  ['toner-empty', 'no-ink'],
  ['marker-supply-empty', 'no-ink'],
  ['developer-empty', 'no-ink'],
  ['offline', 'unreachable'],
  ['timed-out', 'unreachable'],
  ['shutdown', 'unreachable'],
  ['paused', 'paused'],
  ['moving-to-paused', 'paused'],
];

/** CUPS's network backends tell it in words only; in English, the language in which `lp` was called. */
const UNREACHABLE =
  /may not exist|unavailable|not responding|unable to (locate|connect)|host is down|no route/i;

/** What keeps this printer from printing. A report or a warning (toner low) keeps it from nothing. */
export function printerTroubles(printer: Attributes): PrinterTrouble[] {
  const reasons = wordsOf(printer['printer-state-reasons']);
  const found = reasons.flatMap((reason) => {
    if (reason.endsWith('-warning')) return [];
    return TROUBLES.filter(([beginning]) => reason.startsWith(beginning)).map(([, trouble]) => trouble);
  });
  const isStopped = printer['printer-state'] === 'stopped';
  return isStopped && found.length === 0 ? ['other'] : [...new Set(found)];
}

/** `job-state` (RFC 8011, 5.3.7), and what the printer says where the job waits for it. */
export function spoolState(job: Attributes, printer: Attributes): SpoolState {
  const words = [printer['printer-state-message'], job['job-printer-state-message']].find(
    (value): value is string => typeof value === 'string' && value !== '',
  );
  const isUnreachable = words !== undefined && UNREACHABLE.test(words);
  const troubles: PrinterTrouble[] = isUnreachable ? ['unreachable'] : printerTroubles(printer);
  const told = (state: SpoolState['state'], its: PrinterTrouble[] = []) => ({
    state,
    troubles: its,
    words: its.length > 0 || state === 'failed' ? (words ?? '') : '',
  });
  switch (job['job-state']) {
    case 'completed':
      return told('printed');
    case 'canceled':
      return told('cancelled');
    case 'aborted':
      return told('failed', ['other']);
    case 'pending-held':
      return told('blocked', ['held']);
    case 'processing-stopped':
      return told('blocked', troubles.length > 0 ? troubles : ['other']);
    case 'processing':
      return troubles.length > 0 ? told('blocked', troubles) : told('printing');
    case 'pending':
      return troubles.length > 0 ? told('blocked', troubles) : told('waiting');
    default:
      return told('unknown');
  }
}

export function wordsOf(value: unknown): string[] {
  return [value].flat().filter((word): word is string => typeof word === 'string');
}
