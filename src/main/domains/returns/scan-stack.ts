import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import type { ParsedInput } from '#shared/contract/index.ts';
import type { ScanChoice } from '#shared/contract/scanners.ts';
import { GuichetError, type ErrorCode } from '#shared/errors.ts';
import { errorSentence } from '#shared/sentences/error-sentences.ts';
import type { StationContext } from '#main/context.ts';
import type { JobHandle } from '#main/jobs/job-runner.ts';
import { newId } from '#main/new-id.ts';
import type { ScannedFile } from '#main/ports/scanner.ts';
import type { ScanFile, ScanReader } from '#main/scan/index.ts';
import type { StoredFile } from '#main/vault/file-store.ts';
import { mediaTypeOf, readStack } from './read-stack.ts';
import { countFiles, openStack, wasRead } from './stack-store.ts';

/** Scans and reads at once; begins the stack with its first page, so that an empty feeder leaves none. Throws `no-scanner-chosen`. */
export function startScan(
  context: StationContext,
  openReader: () => Promise<ScanReader>,
  { choice: asked, stackId = newId(), follow }: ParsedInput<'returns.scan'>,
): { jobId: string; stackId: string } {
  const choice = asked ?? context.ports.scannerSettings.read().chosen;
  if (!choice) throw new GuichetError('no-scanner-chosen');
  const jobId = context.jobs.start('returns.scan', async (handle) => {
    const reader = await openReader();
    const scan = new ArrivingScan(context, stackId, { ...choice, follow }, handle);
    // Reading is not stopped with the scanner: what came before the stop or the fault is kept and read.
    const result = await readStack(
      context,
      reader,
      { id: stackId, files: scan.files(), sources: scan.sources },
      { signal: new AbortController().signal, report: ({ done }) => scan.read(done) },
    );
    if (scan.fault) throw scan.fault;
    return result;
  });
  return { jobId, stackId };
}

/** A stack that is still coming out of the scanner. */
class ArrivingScan {
  readonly sources = new Map<string, StoredFile>();
  /** What ended it before its time; told once the pages before it are read. */
  fault: GuichetError | undefined;
  readonly #context: StationContext;
  readonly #stackId: string;
  readonly #choice: ScanChoice & { follow: boolean };
  readonly #handle: JobHandle;
  readonly #hashes = new Set<string>();
  #readPages = 0;
  #knownFiles = 0;
  #trouble: ErrorCode | null = null;

  constructor(
    context: StationContext,
    stackId: string,
    choice: ScanChoice & { follow: boolean },
    handle: JobHandle,
  ) {
    this.#context = context;
    this.#stackId = stackId;
    this.#choice = choice;
    this.#handle = handle;
  }

  /** Each file once its original is durable: only then does the scanner let go of its own. */
  async *files(): AsyncGenerator<ScanFile> {
    const { database, files, ports, agent, clock } = this.#context;
    const before = countFiles(database, this.#stackId);
    const onTrouble = (code: ErrorCode | null) => {
      this.#trouble = code;
      this.#tell();
    };
    try {
      for await (const file of ports.scanner.scan({ ...this.#choice, onTrouble }, this.#handle.signal)) {
        if (this.#isKnown(file)) continue;
        if (this.sources.size === 0) openStack(database, this.#stackId, agent.login, clock.nowMs());
        const name = this.#nameOf(file, before + this.sources.size + 1);
        this.sources.set(name, files.put(file.bytes, mediaTypeOf(file.bytes)));
        this.#tell();
        yield { name, bytes: file.bytes };
      }
    } catch (error) {
      if (!(error instanceof GuichetError)) throw error;
      this.fault = error;
    }
  }

  read(pages: number): void {
    this.#readPages = pages;
    this.#tell();
  }

  /** A file left twice in a folder is one file; two scans of one page are never the same bytes. */
  #isKnown({ bytes }: ScannedFile): boolean {
    if (this.#choice.source !== 'folder') return false;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const isKnown = this.#hashes.has(sha256) || wasRead(this.#context.database, sha256);
    this.#hashes.add(sha256);
    if (isKnown) {
      this.#knownFiles += 1;
      this.#tell();
    }
    return isKnown;
  }

  /** A scanner has no name for a page; a folder has, and may use one twice. */
  #nameOf({ name }: ScannedFile, place: number): string {
    if (this.#choice.source !== 'folder') return `Page ${place}${extname(name)}`;
    return this.sources.has(name) ? `${name} (${place})` : name;
  }

  #tell(): void {
    const scanned = this.sources.size;
    const words = [
      this.#trouble === null ? '' : errorSentence({ code: this.#trouble }),
      scanned === 0
        ? ''
        : `${scanned} ${scanned > 1 ? 'numérisées' : 'numérisée'}, ${this.#readPages} ${this.#readPages > 1 ? 'lues' : 'lue'}`,
      this.#knownFiles === 0 ? '' : `déjà lus, écartés : ${this.#knownFiles}`,
    ];
    this.#handle.report({ done: this.#readPages, total: null, label: words.filter(Boolean).join(' – ') });
  }
}
