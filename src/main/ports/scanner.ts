import type { ScanChoice, ScannerDescription } from '#shared/contract/scanners.ts';
import type { ErrorCode, GuichetError } from '#shared/errors.ts';

export interface ScanRequest extends ScanChoice {
  /** One page and no more: a test. A flatbed has only one anyway. */
  onePage?: boolean;
  /** A watched folder: waits for files until the signal is raised, instead of ending with those that are there. */
  follow?: boolean;
  /** What holds a followed folder up, and null once it no longer does. */
  onTrouble?(code: ErrorCode | null): void;
}

/** One image file as the scanner made it: a page, or several where the file is a PDF or a TIFF. */
export interface ScannedFile {
  name: string;
  bytes: Uint8Array;
}

export interface ScannerList {
  scanners: ScannerDescription[];
  /** Ways of scanning that could not be asked. */
  troubles: GuichetError[];
}

/**
 * Paper to images. Faults are GuichetErrors: `paper-jam`, `feeder-empty`, `cover-open`, `double-feed`, `scanner-busy`, `scanner-gone`,
 * `scanner-refused`, `scanner-nonsense`, `scan-program-absent`, `folder-gone`.
 */
export interface Scanner {
  list(): Promise<ScannerList>;
  /**
   * Each page as soon as it is whole. Ends when no paper is left; a fault is thrown after the pages that came before it. Raising
   * the signal stops the scanner and throws `cancelled`, after the pages that were already whole. The file behind a page is let go
   * when the next one is asked for: keep it first.
   */
  scan(request: ScanRequest, signal: AbortSignal): AsyncIterable<ScannedFile>;
}
