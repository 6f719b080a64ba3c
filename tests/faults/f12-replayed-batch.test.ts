import { describe, expect, it } from 'vitest';
import { stationDigest } from '#main/sync/index.ts';
import { aBatch, settle, takenIn } from '../builders/batches.ts';
import { aCentral, usePostgres, type TestCentral } from '../builders/central.ts';
import { aFolder } from '../builders/folder.ts';
import { aSyncStation, someBytes, type SyncStation } from '../builders/sync-station.ts';

const postgres = usePostgres();

async function aCounter(): Promise<{ central: TestCentral; station: SyncStation; number: string }> {
  const central = await aCentral(postgres);
  const station = aSyncStation();
  await station.enrolAt(central);
  const [number = ''] = station.register(2);
  station.attach(number, someBytes(50_000));
  return { central, station, number };
}

const figuresOf = async (central: TestCentral) => {
  const { ops, records, blobs, securityEvents } = await central.figures();
  return { ops, records, blobs, securityEvents };
};
const ONCE = { ops: 3, records: 2, blobs: 1, securityEvents: 0 };

describe('F12: a batch comes again', () => {
  it('the same file twice: no second effect, “déjà reçu” item by item, and the same receipts', async () => {
    const { central, station } = await aCounter();
    const files = await aBatch(station, aFolder());
    const [first] = await takenIn(central, files);
    const [second] = await takenIn(central, files);
    const receiptsIn = (receipt: Uint8Array | undefined) =>
      (JSON.parse(Buffer.from(receipt ?? []).toString()) as { payload: { receipts: unknown } }).payload
        .receipts;
    expect({
      verdicts: second?.ops.map(({ verdict }) => verdict),
      scans: second?.scans.map(({ state }) => state),
      times: second?.times,
      sameReceipts:
        JSON.stringify(receiptsIn(second?.receipt)) === JSON.stringify(receiptsIn(first?.receipt)),
      figures: await figuresOf(central),
    }).toEqual({
      verdicts: ['duplicate', 'duplicate', 'duplicate'],
      scans: ['already-there'],
      times: 2,
      sameReceipts: true,
      figures: ONCE,
    });
    settle(station, second?.receipt ?? new Uint8Array());
    expect(station.outbox().map(({ state }) => state)).toEqual(Array(3).fill('acknowledged'));
  });

  it('twice at the same moment: one row of each', async () => {
    const { central, station } = await aCounter();
    const files = await aBatch(station, aFolder());
    const both = await Promise.all([takenIn(central, files), takenIn(central, files)]);
    const verdicts = both.flatMap(([imported]) => imported?.ops.map(({ verdict }) => verdict) ?? []);
    expect({ verdicts: verdicts.sort(), figures: await figuresOf(central) }).toEqual({
      verdicts: [...Array<string>(3).fill('accepted'), ...Array<string>(3).fill('duplicate')],
      figures: ONCE,
    });
  });

  it('by the file, then by the line: the line finds everything there', async () => {
    const { central, station } = await aCounter();
    await takenIn(central, await aBatch(station, aFolder()));
    const { opsDuplicate, scansAlreadyThere, opsPending, scansPending } = await station.sync();
    expect({
      opsDuplicate,
      scansAlreadyThere,
      opsPending,
      scansPending,
      figures: await figuresOf(central),
    }).toEqual({
      opsDuplicate: 3,
      scansAlreadyThere: 1,
      opsPending: 0,
      scansPending: 0,
      figures: ONCE,
    });
  });

  it('an old file after a newer sending by the line: nothing goes back', async () => {
    const { central, station, number } = await aCounter();
    const files = await aBatch(station, aFolder());
    station.amend(number, { 'identification.locality': 'Antibes' });
    await station.sync();
    const [late] = await takenIn(central, files);
    const settled = settle(station, late?.receipt ?? new Uint8Array());
    expect({
      verdicts: late?.ops.map(({ verdict }) => verdict),
      scans: late?.scans.map(({ state }) => state),
      settledAgain: settled.opsAccepted + settled.opsDuplicate + settled.opsRefused,
      same: (await central.figures()).recordsSha256 === stationDigest(station.database),
      batch: station.database.get('SELECT settled_at_ms IS NOT NULL AS settled FROM batch'),
    }).toEqual({
      verdicts: ['duplicate', 'duplicate', 'duplicate'],
      scans: ['already-there'],
      settledAgain: 0,
      same: true,
      batch: { settled: 1 },
    });
  });
});
