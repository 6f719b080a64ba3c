import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { deliverVolume, enrolmentFile, readEnrolmentAnswer, stationDigest } from '#main/sync/index.ts';
import { aBatch, broughtTo, settle, spoilt, takenIn } from '../builders/batches.ts';
import { aCentral, usePostgres, type TestCentral } from '../builders/central.ts';
import { aFolder } from '../builders/folder.ts';
import { aSyncStation, someBytes, type SyncStation } from '../builders/sync-station.ts';

const postgres = usePostgres();

function codeOf(work: () => unknown): unknown {
  try {
    work();
    return 'done';
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
}

async function codeOfAsync(work: () => Promise<unknown>): Promise<string> {
  return work().then(
    () => 'done',
    (error: unknown) => {
      const { code, detail } = error as { code: string; detail: Record<string, string> };
      return `${code} ${detail['refusal'] ?? ''}: ${detail['cause'] ?? ''}`;
    },
  );
}

describe('a counter that no line reaches', () => {
  it('is attached by two files, sends its batch on a key, and goes on by the line once there is one', async () => {
    const central = await aCentral(postgres);
    const station = aSyncStation();
    const request = enrolmentFile(station.database);
    const first = await broughtTo(central, request);
    const twice = await broughtTo(central, request);
    const { block } = readEnrolmentAnswer(station.context, twice.answer, twice.mark);
    station.register(2);
    const [imported] = await takenIn(central, await aBatch(station, aFolder()));
    if (imported) settle(station, imported.receipt);
    const byKey = station.outbox().map(({ state }) => state);
    station.register();
    await station.sync();
    expect({
      blocks: [first.block, twice.block],
      byKey,
      stations: (await central.figures()).stations,
      same: (await central.figures()).recordsSha256 === stationDigest(station.database),
    }).toEqual({ blocks: [block, block], byKey: ['acknowledged', 'acknowledged'], stations: 1, same: true });
  });

  it('believes only the answer of the centre whose mark it was told, for itself; the centre only what the counter signed', async () => {
    const central = await aCentral(postgres);
    const station = aSyncStation();
    const request = enrolmentFile(station.database);
    const { answer, mark } = await broughtTo(central, request);
    const other = await broughtTo(await aCentral(postgres), request);
    const forged = Buffer.from(String(Buffer.from(request)).replace('Guichet 1', 'Guichet 2'));
    expect([
      codeOf(() => readEnrolmentAnswer(station.context, other.answer, mark)),
      codeOf(() => readEnrolmentAnswer(aSyncStation().context, answer, mark)),
      codeOf(() => readEnrolmentAnswer(station.context, answer.subarray(0, 200), mark)),
      await broughtTo(central, forged).catch((error: Error) => error.constructor.name),
      station.database.all('SELECT * FROM central_server'),
    ]).toEqual(['receipt-forged', 'receipt-elsewhere', 'receipt-unreadable', 'EnrolmentFileRefused', []]);
  });
});

describe('a batch brought by the line', () => {
  async function twoCounters(): Promise<{ central: TestCentral; far: SyncStation; near: SyncStation }> {
    const central = await aCentral(postgres);
    const far = aSyncStation();
    const near = aSyncStation();
    await far.enrolAt(central);
    await near.enrolAt(central);
    return { central, far, near };
  }

  it('of another counter is taken in as on a key, and its receipt file goes back', async () => {
    const { central, far, near } = await twoCounters();
    const [number = ''] = far.register(2);
    far.attach(number, someBytes(700_000));
    const [file = ''] = await aBatch(far, aFolder());
    const { settled, receipt } = await deliverVolume(near.context, readFileSync(file));
    const again = await deliverVolume(near.context, readFileSync(file));
    settle(far, receipt);
    const { ops, blobs } = await central.figures();
    expect({
      settled,
      again: again.settled,
      ops,
      blobs,
      far: far.outbox().map(({ state }) => state),
    }).toEqual({
      settled: null,
      again: null,
      ops: 3,
      blobs: 1,
      far: Array<string>(3).fill('acknowledged'),
    });
  });

  it('that is damaged is refused whole, in the words of the file', async () => {
    const { central, far, near } = await twoCounters();
    far.register();
    const [file = ''] = await aBatch(far, aFolder());
    const cut = spoilt(file, (bytes) => bytes.subarray(0, bytes.length - 40));
    const damaged = await codeOfAsync(() => deliverVolume(near.context, readFileSync(cut)));
    expect([damaged, (await central.figures()).ops]).toEqual([
      'server-refused batch-refused: Le lot est abîmé ou incomplet : des octets ont changé ou manquent. Écrivez-le de nouveau depuis le poste',
      0,
    ]);
  });
});
