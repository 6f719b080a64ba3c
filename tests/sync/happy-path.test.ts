import { describe, expect, it } from 'vitest';
import { stationDigest } from '#main/sync/index.ts';
import { aCentral, usePostgres } from '../builders/central.ts';
import { aSyncStation, someBytes } from '../builders/sync-station.ts';

const postgres = usePostgres();

describe('a station that sends what it registered', () => {
  it('ends with the same registrations as the centre, a receipt for each op and scan, and nothing waiting', async () => {
    const central = await aCentral(postgres);
    const station = aSyncStation();
    const [first = '', second = ''] = station.register(3);
    station.amend(first, { 'identification.phone': null, 'identification.email': 'nouvelle@example.org' });
    station.amend(first, { 'identification.phone': '06 00 00 00 02', 'examPapers.optional': ['EF1'] });
    station.attach(second, someBytes());
    await station.enrolAt(central);

    expect(await station.sync()).toEqual({
      opsSent: 6,
      opsAccepted: 6,
      opsDuplicate: 0,
      opsRefused: 0,
      scansSent: 1,
      scansAlreadyThere: 0,
      receiptsKept: 2,
      opsPending: 0,
      scansPending: 0,
    });
    const { ops, records, blobs, recordsSha256 } = await central.figures();
    expect({ ops, records, blobs, recordsSha256 }).toEqual({
      ops: 6,
      records: 3,
      blobs: 1,
      recordsSha256: stationDigest(station.database),
    });
  });
});
