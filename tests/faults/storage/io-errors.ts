import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createStation } from '../../builders/open-station.ts';
import { startChild } from '../harness/child.ts';
import { compileLibrary } from '../harness/compile-library.ts';
import { createRandom, type Random } from '../harness/random.ts';
import type { Act, Answer } from '../harness/station-child.ts';
import { missingOf, type Told } from './told.ts';

const LIBRARY = fileURLToPath(new URL('io-faults.c', import.meta.url));
const CHILD = fileURLToPath(new URL('../harness/station-child.ts', import.meta.url));
const ERRORS = { EIO: 5, EBUSY: 16, ENOSPC: 28 } as const;
const CALLS = { write: 220, sync: 40, rename: 6, truncate: 6 } as const;

/** Which call fails, and how. */
export interface IoFault {
  call: keyof typeof CALLS;
  nth: number;
  error: keyof typeof ERRORS;
  /** Every later one as well, as on a disk that stays full. */
  forever: boolean;
}

export function chooseIoFault(random: Random): IoFault {
  const call = random.pick(['write', 'write', 'sync', 'sync', 'rename', 'truncate'] as const);
  return {
    call,
    nth: 1 + random.below(CALLS[call]),
    error: random.pick(['EIO', 'ENOSPC']),
    forever: random.next() < 0.3,
  };
}

export interface IoOutcome {
  fault: IoFault;
  acknowledged: number;
  refused: number;
  /** What was told as saved and is not there. */
  falseAcknowledgements: string[];
}

/** A station works while one call of the system fails; then what it told is looked for with a disk that is well again. */
export async function playIoFault(seed: number, fault: IoFault): Promise<IoOutcome> {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-io-'));
  const random = createRandom(seed);
  const place = { folder: join(folder, 'station'), key: Buffer.from(random.bytes(64)) };
  createStation(place);
  const child = startChild(CHILD, [place.folder, place.key.toString('hex')], {
    LD_PRELOAD: compileLibrary(LIBRARY),
    FAULT_ROOT: place.folder,
    FAULT_CALL: fault.call,
    FAULT_NTH: String(fault.nth),
    FAULT_ERRNO: String(ERRORS[fault.error]),
    ...(fault.forever ? { FAULT_FOREVER: '1' } : {}),
  });
  const told: Told[] = [];
  let refused = 0;
  const greeting = await child.answer();
  for (let person = 1; greeting !== undefined && person <= 14; person += 1) {
    const act = nextAct(person, told, random);
    const line = await child.ask(act);
    if (line === undefined) break;
    const answer = JSON.parse(line) as Answer;
    if (answer.ok) told.push({ act, value: answer.value });
    else refused += 1;
  }
  await child.kill();
  const falseAcknowledgements = missingOf(place, told);
  rmSync(folder, { recursive: true, force: true });
  return { fault, acknowledged: told.length, refused, falseAcknowledgements };
}

function nextAct(person: number, told: readonly Told[], random: Random): Act {
  const numbers = told.flatMap(({ act, value }) => (act.do === 'register' ? [value] : []));
  const number = numbers.length === 0 ? undefined : random.pick(numbers);
  if (number === undefined || person % 3 === 1) return { do: 'register', person };
  if (person % 3 === 2) return { do: 'amend', number, locality: `Ville ${person}` };
  return { do: 'accept', number, seed: person, size: 5_000 };
}
