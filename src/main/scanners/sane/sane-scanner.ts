import { toWireError } from '#shared/wire/envelope.ts';
import type { ScannerDescription } from '#shared/contract/scanners.ts';
import { GuichetError } from '#shared/errors.ts';
import type { ScannedFile, Scanner, ScanRequest } from '#main/ports/scanner.ts';
import { askScanimage } from './ask-scanimage.ts';
import { scanArguments, sourcesOf } from './device-options.ts';
import { parseOptions } from './parse-options.ts';
import { runScanimage } from './run-scanimage.ts';

export const SANE_PREFIX = 'sane:';

/** Webcams are SANE devices too. */
const NOT_A_SCANNER = /^v4l:/;

/** Scanners of Linux through `scanimage`: a program of its own, so that a driver that crashes takes nothing with it. */
export function createSaneScanner(command = 'scanimage'): Scanner {
  return {
    async list() {
      // One value a line: names hold every other character.
      const answer = await askScanimage(command, ['--formatted-device-list=%d%n%v %m%n']);
      const lines = answer.split('\n');
      const devices = Array.from({ length: Math.floor(lines.length / 2) }, (_, index) => ({
        device: lines[2 * index] ?? '',
        name: (lines[2 * index + 1] ?? '').trim(),
      })).filter(({ device }) => device !== '' && !NOT_A_SCANNER.test(device));
      const scanners: ScannerDescription[] = [];
      // One after the other: some drivers do not bear to be asked twice at a time.
      for (const { device, name } of devices) scanners.push(await describe(command, device, name));
      return { scanners, troubles: [] };
    },
    scan: (request, signal) => scanDevice(command, request, signal),
  };
}

async function describe(command: string, device: string, name: string): Promise<ScannerDescription> {
  const scanner = { id: `${SANE_PREFIX}${device}`, name: name === '' ? device : name };
  try {
    return { ...scanner, sources: sourcesOf(await optionsOf(command, device)), trouble: null };
  } catch (error) {
    if (!(error instanceof GuichetError)) throw error;
    return { ...scanner, sources: [], trouble: toWireError(error) };
  }
}

async function optionsOf(command: string, device: string) {
  return parseOptions(await askScanimage(command, [`--device-name=${device}`, '--all-options']));
}

async function* scanDevice(
  command: string,
  request: ScanRequest,
  signal: AbortSignal,
): AsyncGenerator<ScannedFile> {
  if (signal.aborted) throw new GuichetError('cancelled');
  const device = request.scanner.slice(SANE_PREFIX.length);
  const asked = scanArguments(await optionsOf(command, device), request);
  if (!asked) throw new GuichetError('scanner-refused', { detail: { cause: request.source } });
  const isSingle = request.onePage === true || request.source === 'flatbed';
  yield* runScanimage(
    command,
    [
      `--device-name=${device}`,
      // Made by scanimage itself from the driver's pixels, at the quality of an office scanner.
      '--format=jpeg',
      ...asked,
      ...(isSingle ? ['--batch-count=1'] : []),
    ],
    { signal, isSingle },
  );
}
