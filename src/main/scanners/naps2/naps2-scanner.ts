import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GuichetError } from '#shared/errors.ts';
import { SCAN_COLOURS, type ScannerDescription } from '#shared/contract/scanners.ts';
import type { ScannedFile, Scanner, ScanRequest } from '#main/ports/scanner.ts';
import { OFFICE_RESOLUTIONS_DPI } from '../office-resolutions.ts';
import { makePageFolder } from '../page-folder.ts';
import { devicesOf, faultOf, listArguments, NAPS2_DRIVERS, scanArguments } from './naps2-words.ts';

const LIST_TIMEOUT_MS = 30_000;
/** A full feeder of a slow scanner: NAPS2 gives its pages at the end only. */
const SCAN_TIMEOUT_MS = 30 * 60_000;

/**
 * Scanners of Windows through NAPS2's command line, which speaks WIA and TWAIN. It writes its pages once the last is scanned, and
 * none when it is stopped: after a cancellation the whole stack is to be put back.
 */
export function createNaps2Scanner(command = findNaps2()): Scanner {
  return {
    async list() {
      const scanners: ScannerDescription[] = [];
      for (const driver of NAPS2_DRIVERS) {
        const output = await run(command, listArguments(driver), { timeoutMs: LIST_TIMEOUT_MS });
        scanners.push(...devicesOf(driver, output).map(described));
      }
      return { scanners, troubles: [] };
    },
    scan: (request, signal) => scanAll(command, request, signal),
  };
}

/** NAPS2 does not tell what a device can do: all is offered, and what it lacks is refused in its own words. */
function described(device: { id: string; name: string }): ScannerDescription {
  const capabilities = { resolutionsDpi: [...OFFICE_RESOLUTIONS_DPI], colours: [...SCAN_COLOURS] };
  return {
    ...device,
    sources: (['feeder', 'feederDuplex', 'flatbed'] as const).map((kind) => ({ kind, ...capabilities })),
    trouble: null,
  };
}

async function* scanAll(
  command: string,
  request: ScanRequest,
  signal: AbortSignal,
): AsyncGenerator<ScannedFile> {
  if (signal.aborted) throw new GuichetError('cancelled');
  const folder = makePageFolder();
  try {
    const args = scanArguments(request, join(folder.path, 'page-$(nnnn).jpg'));
    const output = await run(command, args, { timeoutMs: SCAN_TIMEOUT_MS, signal });
    const names = readdirSync(folder.path).sort();
    for (const name of request.onePage ? names.slice(0, 1) : names) {
      yield { name, bytes: new Uint8Array(readFileSync(join(folder.path, name))) };
      if (signal.aborted) throw new GuichetError('cancelled');
    }
    const fault = faultOf(output);
    if (fault) throw fault;
    if (names.length === 0) throw new GuichetError('feeder-empty');
  } finally {
    folder.remove();
  }
}

function run(
  command: string,
  args: string[],
  { timeoutMs, signal }: { timeoutMs: number; signal?: AbortSignal },
): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { timeout: timeoutMs, windowsHide: true, ...(signal ? { signal } : {}) };
    execFile(command, args, options, (error, stdout) => {
      if (signal?.aborted) reject(new GuichetError('cancelled'));
      else if (error?.code === 'ENOENT')
        reject(new GuichetError('scan-program-absent', { detail: { program: 'NAPS2' } }));
      else if (error?.killed === true) reject(new GuichetError('scanner-gone'));
      // Its exit code says less than its words.
      else resolve(stdout);
    });
  });
}

function findNaps2(): string {
  const installed = join(process.env['ProgramFiles'] ?? 'C:\\Program Files', 'NAPS2', 'NAPS2.Console.exe');
  return existsSync(installed) ? installed : 'NAPS2.Console';
}
