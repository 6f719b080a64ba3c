export interface PrinterDescription {
  name: string;
  isDefault: boolean;
}

export interface PrintRequest {
  /** The archived file itself: what is kept is what is printed. */
  pdf: Uint8Array;
  title: string;
  /** The default printer when absent. */
  printer?: string;
}

/** Two-sided A4 printing. Throws GuichetError `printer-failed` with the spooler's own words in `detail.cause`. */
export interface Printer {
  list(): Promise<PrinterDescription[]>;
  print(request: PrintRequest): Promise<{ job: string }>;
}
