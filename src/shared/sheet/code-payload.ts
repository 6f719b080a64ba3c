/**
 * What the codes of a printed page say. Capitals and digits only, so that a QR code stays in its alphanumeric mode:
 * `G1` registration number, version, page, pages, layout version, flags, then the check, separated by `.`.
 */
export interface SheetCode {
  registrationNumber: string;
  version: number;
  /** From 1. */
  page: number;
  pages: number;
  layoutVersion: number;
  printedInColour: boolean;
  training: boolean;
}

const PAYLOAD_VERSION = 'G1';

/** The part of the payload that the check covers. */
export function codeBody(code: SheetCode): string {
  const flags = (code.printedInColour ? 1 : 0) + (code.training ? 2 : 0);
  return [
    PAYLOAD_VERSION,
    code.registrationNumber,
    code.version,
    code.page,
    code.pages,
    code.layoutVersion,
    flags,
  ].join('.');
}

/** `check` is the truncated MAC of the body (16 base32 characters), made with a key that only the station holds. */
export function codePayload(code: SheetCode, check: string): string {
  return `${codeBody(code)}.${check}`;
}

/** Undefined for anything that is not a payload of ours. The check itself is verified by who holds the key. */
export function parseCodePayload(
  payload: string,
): { code: SheetCode; body: string; check: string } | undefined {
  const match = /^(G1\.(\d{15})\.(\d{1,3})\.(\d{1,2})\.(\d{1,2})\.(\d{1,2})\.([0-3]))\.([A-Z2-7]{16})$/.exec(
    payload,
  );
  if (!match) return undefined;
  const [, body, registrationNumber, version, page, pages, layoutVersion, flags, check] = match;
  if (!body || !registrationNumber || !check) return undefined;
  return {
    body,
    check,
    code: {
      registrationNumber,
      version: Number(version),
      page: Number(page),
      pages: Number(pages),
      layoutVersion: Number(layoutVersion),
      printedInColour: (Number(flags) & 1) !== 0,
      training: (Number(flags) & 2) !== 0,
    },
  };
}
