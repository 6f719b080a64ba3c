export type FileFormat = 'jpeg' | 'png' | 'tiff' | 'pdf';

const SIGNATURES: { format: FileFormat; bytes: number[] }[] = [
  { format: 'jpeg', bytes: [0xff, 0xd8, 0xff] },
  { format: 'png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { format: 'tiff', bytes: [0x49, 0x49, 0x2a, 0x00] },
  { format: 'tiff', bytes: [0x4d, 0x4d, 0x00, 0x2a] },
];

/** Printers and mail gateways put lines of their own before it; every reader of PDF looks this far (ISO 32000-1, annex H). */
const PDF_HEADER = Buffer.from('%PDF-');
const PDF_HEADER_WITHIN = 1_024;

/** By content, never by name: a name is whatever the sender wrote. */
export function findFormat(bytes: Uint8Array): FileFormat | undefined {
  const atStart = SIGNATURES.find((signature) =>
    signature.bytes.every((byte, index) => bytes[index] === byte),
  );
  if (atStart) return atStart.format;
  return Buffer.from(bytes.subarray(0, PDF_HEADER_WITHIN)).includes(PDF_HEADER) ? 'pdf' : undefined;
}
