import { encodeQR } from 'qr';

export interface QrMatrix {
  /** Modules on a side, without the quiet zone. */
  size: number;
  isDark(x: number, y: number): boolean;
}

/**
 * The modules of a page's code: QR model 2, level Q (a quarter may be lost), alphanumeric. The reader redraws codes with it
 * to subtract them from the scan, so print and reading must share it.
 */
export function qrMatrix(payload: string): QrMatrix {
  const rows = encodeQR(payload, 'raw', { ecc: 'quartile', encoding: 'alphanumeric', border: BORDER });
  return {
    size: rows.length - 2 * BORDER,
    isDark: (x, y) => rows[y + BORDER]?.[x + BORDER] === true,
  };
}

// The least that the encoder accepts; the layout keeps the real quiet zone.
const BORDER = 1;
