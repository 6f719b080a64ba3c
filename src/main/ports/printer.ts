import type { PrinterDescription, PrintState, PrinterTrouble } from '#shared/contract/printing.ts';

export interface PrintRequest {
  /** The archived file itself: what is kept is what is printed. */
  pdf: Uint8Array;
  title: string;
  /** The machine's default printer when absent. */
  printer?: string;
}

/** Names a job among those of its spooler; kept in the base, and given back to `follow` days later. */
export interface SpoolJob {
  job: string;
  printer: string;
}

/** How far a job is, as its spooler tells. */
export interface SpoolState {
  state: Exclude<PrintState, 'sending'>;
  troubles: PrinterTrouble[];
  words: string;
}

/**
 * Two-sided A4 printing. Everything throws GuichetError `printer-failed` with the spooler's own words in `detail.cause`; `print` also
 * `printer-gone`, `no-printer` where none is named and the machine has no default, and `printer-silent` where the document may have been taken.
 * `no-print-service` instead of `printer-failed` where no spooler answers at all.
 */
export interface Printer {
  list(): Promise<PrinterDescription[]>;
  print(request: PrintRequest): Promise<SpoolJob>;
  follow(job: SpoolJob): Promise<SpoolState>;
  /** Takes it out of the queue. Returns how it is then: one that ended already stays as it ended. */
  cancel(job: SpoolJob): Promise<SpoolState>;
}
