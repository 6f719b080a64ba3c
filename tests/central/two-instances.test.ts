import { describe, expect, it } from 'vitest';
import { stationDigest } from '#main/sync/index.ts';
import { aCentral, usePostgres, type TestCentral } from '../builders/central.ts';
import { anObjectStore } from '../builders/object-store.ts';
import { anEnrolledStation, aProtocolStation } from '../builders/protocol-station.ts';
import { aSyncStation, someBytes } from '../builders/sync-station.ts';

const postgres = usePostgres();

/** Two centres that share nothing but the base and the object store. */
async function twoInstances(): Promise<[TestCentral, TestCentral]> {
  const blobsBucket = await anObjectStore();
  const first = await aCentral(postgres, { blobsBucket });
  return [first, await aCentral(postgres, { blobsBucket, databaseUrl: first.databaseUrl })];
}

describe('two instances over one base and one object store', () => {
  it('serve one station in turn, scans included, and agree on the epoch', async () => {
    const [first, second] = await twoInstances();
    const station = aSyncStation();
    const [number = ''] = station.register(3);
    const scan = someBytes();
    const sha256 = station.attach(number, scan);
    await station.enrolAt(first);
    await station.sync();
    station.amend(number, { 'identification.locality': 'Antibes' });
    station.attach(number, scan);
    station.database.run('UPDATE central_server SET url = ?', second.url);
    const { opsAccepted, opsPending, scansPending } = await station.sync();

    expect({ opsAccepted, opsPending, scansPending }).toEqual({
      opsAccepted: 2,
      opsPending: 0,
      scansPending: 0,
    });
    expect((await first.figures()).recordsSha256).toBe(stationDigest(station.database));
    expect(await second.rows('SELECT sha256, size FROM blob')).toEqual([
      { sha256, size: String(scan.length) },
    ]);
    expect(await second.rows('SELECT count(*)::int AS epochs FROM server_epoch')).toEqual([{ epochs: 1 }]);
  });

  it('receive the same ops at the same moment once, with the same receipt', async () => {
    const [first, second] = await twoInstances();
    const station = await anEnrolledStation(first);
    const lines = Array.from({ length: 20 }, () => station.op().line);
    const atSecond = station.at(second);
    const replies = await Promise.all(
      [station, atSecond, station, atSecond].map((door) => door.sendLines(lines)),
    );
    const receipts = new Set(replies.flatMap((reply) => reply.receipts.map((one) => JSON.stringify(one))));
    expect({ receipts: receipts.size, ops: (await second.figures()).ops }).toEqual({ receipts: 1, ops: 20 });
  });

  it('give one code and one block to one station only, however many ask both at once', async () => {
    const [first, second] = await twoInstances();
    const code = await first.code();
    const stations = Array.from({ length: 6 }, (_, index) =>
      aProtocolStation(index % 2 === 0 ? first : second, '6100'),
    );
    const replies = await Promise.all(stations.map((station) => station.enrol(code)));
    const codes = await Promise.all([first.code(), second.code(), first.code()]);
    const blocks = await Promise.all(
      codes.map((one, index) => aProtocolStation(index % 2 === 0 ? second : first, '6100').enrol(one)),
    );
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(blocks.map(({ status }) => status)).toEqual([200, 200, 200]);
    const granted = await first.rows('SELECT block FROM station_block');
    expect(new Set(granted.map(({ block }) => block)).size).toBe(4);
  });
});
