import { readFileSync } from 'node:fs';

export interface TlsFiles {
  /** PEM, the centre's own certificate first. */
  certFile: string;
  keyFile: string;
}

/** Why the centre does not start: it would have spoken in clear to a network. */
export class UnsafeDoor extends Error {}

const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];

/** Throws UnsafeDoor for plain HTTP beyond this machine, unless it was asked for in so many words. */
export function requireSafeDoor(
  host: string,
  { tls, allowsPlainHttp }: { tls?: TlsFiles; allowsPlainHttp?: boolean },
): void {
  if (LOOPBACK.includes(host) || tls || allowsPlainHttp === true) return;
  throw new UnsafeDoor(
    'Écouter hors de cette machine demande un certificat (--tls-cert et --tls-key), ou --plain-http derrière un mandataire qui parle TLS.',
  );
}

export function readTls({ certFile, keyFile }: TlsFiles) {
  return { cert: readFileSync(certFile), key: readFileSync(keyFile), minVersion: 'TLSv1.2' } as const;
}
