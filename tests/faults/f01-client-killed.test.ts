import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { FaultPoint } from '#shared/fault-points.ts';
import { aCentral, usePostgres } from '../builders/central.ts';
import { aFolder } from '../builders/folder.ts';
import { aKey } from '../builders/key.ts';
import { createStation, openStation, type StationPlace } from '../builders/open-station.ts';
import { startChild, type Child } from './harness/child.ts';
import { inspect } from './harness/inspect.ts';
import { createLedger, type Ledger } from './harness/ledger.ts';
import type { Act, Answer } from './harness/station-child.ts';

const postgres = usePostgres();
const CHILD = fileURLToPath(new URL('harness/station-child.ts', import.meta.url));
const NOTHING_WRONG = { lost: [], doubled: [], collisions: [], withoutVerdict: [], diverged: [] };

function startStation({ folder, key }: StationPlace, faultAt = ''): Child {
  const child = startChild(CHILD, [folder, Buffer.from(key).toString('hex')], { FAULT_AT: faultAt });
  onTestFinished(() => child.kill());
  return child;
}

/** The value a clerk saw; undefined when the process died before saying it. */
async function perform(child: Child, act: Act): Promise<string | undefined> {
  const line = await child.ask(act);
  if (line === undefined) return undefined;
  const answer = JSON.parse(line) as Answer;
  if (!answer.ok) throw new Error(answer.error);
  return answer.value;
}

/** Five people and a scan, then everything sent: until it ends or is killed. */
async function workUntilKilled(child: Child, ledger: Ledger): Promise<void> {
  await child.answer();
  const numbers: string[] = [];
  for (let person = 1; person <= 5; person += 1) {
    const number = await perform(child, { do: 'register', person });
    if (number === undefined) return;
    ledger.saved({ person, number, version: 1 });
    numbers.push(number);
  }
  const [number = ''] = numbers;
  const sha256 = await perform(child, { do: 'scan', number, seed: 1, size: 40_000 });
  if (sha256 === undefined) return;
  ledger.scanned(number, sha256);
  await perform(child, { do: 'sync' });
}

describe('F1: a station killed as by kill -9', () => {
  it.each<`${FaultPoint}:${number}`>([
    'save.before_commit:3',
    'save.after_commit:3',
    'file.before_sync:1',
    'file.before_rename:1',
    'file.before_row:1',
    'sync.before_settle:1',
    'sync.after_settle:1',
    'sync.before_blob_settle:1',
  ])('at %s has everything the clerk saw as saved, and finishes it', async (faultAt) => {
    const central = await aCentral(postgres);
    const place = { folder: aFolder(), key: aKey() };
    createStation(place);
    const before = openStation(place);
    await before.enrolAt(central.url, await central.code());
    before.close();
    const ledger = createLedger();
    const child = startStation(place, faultAt);
    await workUntilKilled(child, ledger);
    await child.ended();

    const after = openStation(place);
    onTestFinished(() => after.close());
    await after.sync();
    expect({
      killedBy: child.process.signalCode,
      ...(await inspect(ledger, [after.database], (sql) => central.rows(sql))),
    }).toEqual({ killedBy: 'SIGKILL', ...NOTHING_WRONG });
  });
});

describe('F2: a centre killed as by kill -9', () => {
  const program = fileURLToPath(new URL('central-process.ts', import.meta.url));

  it.each<`${FaultPoint}:${number}`>([
    'centre.before_commit:1',
    'centre.after_commit:1',
    'centre.blob_before_sync:1',
    'centre.blob_before_publish:1',
    'centre.blob_before_row:1',
  ])('at %s receives again what it had not answered, once', async (faultAt) => {
    const databaseUrl = await postgres.freshDatabase();
    const dataFolder = aFolder();
    const first = startChild(program, [dataFolder, databaseUrl], { FAULT_AT: faultAt });
    onTestFinished(() => first.kill());
    const { url, code } = JSON.parse((await first.answer()) ?? '') as { url: string; code: string };
    const place = { folder: aFolder(), key: aKey() };
    createStation(place);
    const station = openStation(place);
    onTestFinished(() => station.close());
    const ledger = createLedger();
    await station.enrolAt(url, code);
    const number = station.register(1);
    ledger.saved({ person: 1, number, version: 1 });
    ledger.scanned(number, station.attach(number, readFileSync(program)));
    await expect(station.sync()).rejects.toMatchObject({ code: 'server-unreachable' });
    await first.ended();

    const central = await aCentral(postgres, { databaseUrl, dataFolder });
    station.database.run('UPDATE central_server SET url = ?', central.url);
    await station.sync();
    expect({
      killedBy: first.process.signalCode,
      ...(await inspect(ledger, [station.database], (sql) => central.rows(sql))),
    }).toEqual({ killedBy: 'SIGKILL', ...NOTHING_WRONG });
  });
});
