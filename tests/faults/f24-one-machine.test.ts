import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { networkOf, requireLocalFolder } from '#main/safekeeping/local-folder.ts';
import { proveBase } from '#main/safekeeping/prove-base.ts';
import { aFolder } from '../builders/folder.ts';
import { aKey } from '../builders/key.ts';
import { createStation, openStation } from '../builders/open-station.ts';
import { startChild } from './harness/child.ts';
import type { Answer } from './harness/station-child.ts';
import { playIoFault } from './storage/io-errors.ts';

const CHILD = fileURLToPath(new URL('harness/station-child.ts', import.meta.url));
const EACH = 8;

// A second window is refused by the host itself: src/main/hosts/electron/electron-host.test.ts.
describe('F24: two programs have one station open', () => {
  it('and register at the same moment: no number is given twice, and the chain has neither hole nor fork', async () => {
    const place = { folder: aFolder(), key: aKey() };
    createStation(place);
    const programs = [0, 1].map(() =>
      startChild(CHILD, [place.folder, Buffer.from(place.key).toString('hex')]),
    );
    await Promise.all(programs.map((program) => program.answer()));
    const told = await Promise.all(
      programs.map(async (program, which) => {
        const numbers: string[] = [];
        for (let person = 1; person <= EACH; person += 1) {
          const line = await program.ask({ do: 'register', person: which * EACH + person });
          const answer = JSON.parse(line ?? '{}') as Answer;
          numbers.push(answer.ok ? answer.value : answer.error);
        }
        await program.finish();
        return numbers;
      }),
    );
    const station = openStation(place);
    const seqs = station.database
      .all('SELECT station_seq FROM outbox_op ORDER BY station_seq')
      .map((row) => row['station_seq']);
    const { faults } = proveBase(station.database);
    const kept = station.database.all('SELECT registration_number AS number FROM registration ORDER BY 1');
    station.close();
    expect({ told: told.flat().sort(), seqs, faults }).toEqual({
      told: kept.map(({ number }) => number),
      seqs: Array.from({ length: 2 * EACH }, (_, index) => index + 1),
      faults: [],
    });
  });
});

describe('F24: an antivirus holds a file that was just written', () => {
  it('for a moment: it is kept all the same', async () => {
    const held = { call: 'rename', nth: 1, error: 'EBUSY', forever: false } as const;
    const { acknowledged, refused, falseAcknowledgements } = await playIoFault(1, held);
    expect({ acknowledged, refused, falseAcknowledgements }).toEqual({
      acknowledged: 14,
      refused: 0,
      falseAcknowledgements: [],
    });
  });
});

describe('F24: the data folder is on a share', () => {
  it('is refused, by its name or by its file system; a disk of this computer is not', () => {
    expect([
      networkOf(String.raw`\\serveur\partage\guichet`, 0),
      networkOf('/mnt/partage', 0x6969),
      networkOf('/mnt/partage', -11_317_950),
      networkOf(String.raw`C:\Users\agent\Guichet`, 0),
      networkOf('/home/agent/guichet', 0xef53),
    ]).toEqual(['UNC', '0x6969', '0xff534d42', undefined, undefined]);
    expect(() => requireLocalFolder(aFolder())).not.toThrow();
  });
});
