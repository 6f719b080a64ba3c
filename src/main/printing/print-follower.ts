import type { Emit } from '#main/context.ts';
import type { WritableDatabase } from '#main/database/types.ts';
import type { Printer } from '#main/ports/printer.ts';
import { setPrintState, unfinishedPrints, type StoredPrint } from './print-store.ts';

/** A clerk waits at the printer: she sees paper come out, and the screen a moment later. */
const LOOK_EVERY_MS = 700;
/** A printer that waits for paper may wait all morning. */
const SLOW_LOOK_EVERY_MS = 5000;
const QUICK_LOOKS = 60;

export interface PrintFollower {
  /** Something was just sent. */
  wake(): void;
  close(): Promise<void>;
}

interface Followed {
  database: WritableDatabase;
  printer: Printer;
  emit: Emit;
  /** Told of what the base met: a clerk does nothing at that moment who could be. */
  onTrouble(error: unknown): void;
}

/** Looks at the jobs that are not over until each is, as long as the base is open; the next opening goes on. */
export function createPrintFollower({ database, printer, emit, onTrouble }: Followed): PrintFollower {
  let looks = 0;
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> = Promise.resolve();
  let isClosed = false;

  const look = async () => {
    const unfinished = unfinishedPrints(database).filter(({ job }) => job !== null);
    for (const print of unfinished) if (!isClosed) await lookAt(print);
    looks += 1;
    return unfinished.length > 0;
  };
  const lookAt = async (print: StoredPrint) => {
    const told = await printer
      .follow({ job: print.job ?? '', printer: print.printer ?? '' })
      // A spooler that does not answer for a moment has not lost the job.
      .catch(() => undefined);
    if (!told || isClosed || isSame(print, told)) return;
    setPrintState(database, print.id, told);
    emit('prints.changed', {});
  };
  const lookLater = () => {
    if (isClosed || timer) return;
    const waitMs = looks < QUICK_LOOKS ? LOOK_EVERY_MS : SLOW_LOOK_EVERY_MS;
    timer = setTimeout(() => {
      looking = look()
        // Following goes on, and never keeps the base from being closed.
        .catch((error: unknown) => {
          onTrouble(error);
          return true;
        })
        .then((goesOn) => {
          timer = undefined;
          if (goesOn) lookLater();
        });
    }, waitMs);
    // Nobody keeps a program open to see the end of a print.
    timer.unref();
  };
  return {
    wake() {
      looks = 0;
      lookLater();
    },
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await looking;
    },
  };
}

function isSame(print: StoredPrint, told: Pick<StoredPrint, 'state' | 'troubles' | 'words'>): boolean {
  return (
    print.state === told.state && print.words === told.words && print.troubles.join() === told.troubles.join()
  );
}
