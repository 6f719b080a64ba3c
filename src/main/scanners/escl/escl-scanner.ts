import { toWireError } from '#shared/wire/envelope.ts';
import type { ScannerDescription } from '#shared/contract/scanners.ts';
import { GuichetError } from '#shared/errors.ts';
import type { Scanner } from '#main/ports/scanner.ts';
import { readCapabilities } from './capabilities.ts';
import { exchange, nonsense } from './exchange.ts';
import { scannerUrl } from './local-address.ts';
import { scanJob } from './scan-job.ts';

export const ESCL_PREFIX = 'escl:';

/** Network scanners that speak eSCL (driverless), at addresses that the station names; no other is ever asked. */
export function createEsclScanner(addresses: () => readonly string[]): Scanner {
  return {
    list: async () => ({ scanners: await Promise.all(addresses().map(describe)), troubles: [] }),
    async *scan(request, signal) {
      const address = request.scanner.slice(ESCL_PREFIX.length);
      if (!addresses().includes(address))
        throw new GuichetError('scanner-address-refused', { detail: { address } });
      yield* scanJob(scannerUrl(address), request, signal);
    },
  };
}

async function describe(address: string): Promise<ScannerDescription> {
  const scanner = { id: `${ESCL_PREFIX}${address}`, name: address };
  try {
    const { status, body } = await exchange({ url: new URL('ScannerCapabilities', scannerUrl(address)) });
    if (status !== 200) throw nonsense(`ScannerCapabilities ${status}`);
    const { name, sources } = readCapabilities(body.toString('utf8'));
    return { ...scanner, name: `${name} (${new URL(address).host})`, sources, trouble: null };
  } catch (error) {
    if (!(error instanceof GuichetError)) throw error;
    return { ...scanner, sources: [], trouble: toWireError(error) };
  }
}
