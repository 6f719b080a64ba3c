/** How a station signs a request (docs/protocol/sync-protocol.md, "Signed requests"). */
export const STATION_HEADER = 'guichet-station';
export const NONCE_HEADER = 'guichet-nonce';
export const SIGNATURE_HEADER = 'guichet-signature';

/** Says the hash of a body too large to be held whole; the signature covers it, and it must be that of what came. */
export const BODY_HASH_HEADER = 'guichet-body-sha256';

/** Headers of tus that say what the body is; signed with it. */
export const SIGNED_HEADERS = ['upload-length', 'upload-metadata', 'upload-offset'] as const;

export interface RequestFacts {
  method: string;
  /** With its query, as sent. */
  path: string;
  stationId: string;
  nonce: string;
  /** Hexadecimal, of the body as sent (compressed if it is). */
  bodySha256: string;
  /** Lower-case names; only SIGNED_HEADERS count. */
  headers: Readonly<Record<string, string | undefined>>;
}

/** The text an ed25519 signature covers: one fact per line, so that none can slide into another. */
export function requestText(request: RequestFacts): string {
  const { method, path, stationId, nonce, bodySha256, headers } = request;
  const signed = SIGNED_HEADERS.map((name) => `${name}:${headers[name] ?? ''}`);
  return ['GUICHET-REQUEST-1', method, path, stationId, nonce, bodySha256, ...signed].join('\n');
}
