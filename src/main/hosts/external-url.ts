import { GuichetError } from '#shared/errors.ts';

/** The normal form of an https address. Throws GuichetError `forbidden`: other schemes may start a program. */
export function httpsUrl(address: string): string {
  const url = URL.parse(address);
  if (url?.protocol !== 'https:') throw new GuichetError('forbidden');
  return url.href;
}
