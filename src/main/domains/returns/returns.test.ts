import { describe, expect, it } from 'vitest';
import { stackResultSchema } from '#shared/contract/returns.ts';
import { anAnswer } from '../../../../tests/builders/answers.ts';
import { finishedJob } from '../../../../tests/builders/job.ts';
import { aSignedScan } from '../../../../tests/builders/signed-scan.ts';
import { aStation, type TestStation } from '../../../../tests/builders/station.ts';

async function readBack(station: TestStation, files: { name: string; bytes: Uint8Array }[], keep = true) {
  const { jobId, stackId } = await station.call('returns.read', { files, keep });
  const { readings } = stackResultSchema.parse((await finishedJob(station, jobId)).result);
  return { readings, pages: await station.call('returns.list', { stackId }) };
}

async function aReturnedSheet(station: TestStation) {
  const { registrationNumber: number } = await station.call('registrations.register', {
    answers: anAnswer(),
  });
  const { pdf, layout } = await station.call('confirmations.issue', { number });
  const scan = await aSignedScan({
    pdf,
    layout,
    correction: { path: 'identification.phone', text: '06 00 00 00 44' },
  });
  return { number, scan };
}

describe('a sheet that comes back signed and corrected in red', () => {
  it('is recognised, and its correction becomes Version 02 with its own sheet once a person accepts', async () => {
    const station = await aStation();
    const { number, scan } = await aReturnedSheet(station);
    const { readings, pages } = await readBack(station, [scan]);
    const reading = readings[0]!;
    expect([reading.status, reading.registrationNumber, reading.version, reading.signature?.state]).toEqual([
      'matched',
      number,
      1,
      'present',
    ]);
    expect(reading.marks.filter((mark) => mark.ink === 'red').flatMap((mark) => mark.fields)).toContain(
      'identification.phone',
    );

    const before = await station.call('registrations.get', { number });
    const accepted = await station.call('returns.accept', {
      id: pages[0]!.id,
      signed: true,
      dated: true,
      changes: { 'identification.phone': '06 00 00 00 44' },
    });
    const after = await station.call('registrations.get', { number });
    const sheet = await station.call('confirmations.issue', { number });
    expect([before.version, accepted.version, accepted.newVersion, sheet.version]).toEqual([1, 2, true, 2]);
    expect([after.answers.identification.phone, after.status, after.history.at(-1)?.reason]).toEqual([
      '+33600000044',
      'returned',
      'redInkCorrection',
    ]);
  });

  it('changes nothing by itself, and can be accepted once only', async () => {
    const station = await aStation();
    const { number, scan } = await aReturnedSheet(station);
    const { pages } = await readBack(station, [scan]);
    const untouched = await station.call('registrations.get', { number });
    const acceptance = { id: pages[0]!.id, signed: true, dated: true, changes: {} };
    await station.call('returns.accept', acceptance);
    const again = await station.failure('returns.accept', acceptance);
    expect([untouched.version, untouched.status, again.code]).toEqual([
      1,
      'awaitingReturn',
      'already-decided',
    ]);
  });

  it('corrects the identity only when a document was seen, and the page still waits when none was (S4-07)', async () => {
    const station = await aStation();
    const { number, scan } = await aReturnedSheet(station);
    const { pages } = await readBack(station, [scan]);
    const acceptance = {
      id: pages[0]!.id,
      signed: true,
      dated: true,
      changes: { 'identification.usageName': 'EXEMPLE' },
    };
    const refused = await station.failure('returns.accept', acceptance);
    const [waiting] = await station.call('returns.list', {});
    await station.call('returns.accept', { ...acceptance, pieceSeen: 'familyRecordBook' });
    const { answers, events } = await station.call('registrations.get', { number });
    expect([
      refused.fields,
      waiting?.decision,
      answers.identification.usageName,
      events.find(({ kind }) => kind === 'identityCorrected')?.detail,
    ]).toEqual([
      [{ path: 'pieceSeen', code: 'required' }],
      'pending',
      'EXEMPLE',
      { pieceSeen: 'familyRecordBook', version: '02' },
    ]);
  });

  it('is refused with its reason, and the registration stays as it was', async () => {
    const station = await aStation();
    const { number, scan } = await aReturnedSheet(station);
    const { pages } = await readBack(station, [scan]);
    await station.call('returns.refuse', { id: pages[0]!.id, reason: 'Feuille signée par un tiers' });
    const [page] = await station.call('returns.list', {});
    expect([
      page?.decision,
      page?.decisionReason,
      (await station.call('registrations.get', { number })).status,
    ]).toEqual(['refused', 'Feuille signée par un tiers', 'awaitingReturn']);
  });

  it('is told as superseded when the registration changed meanwhile, and cannot be accepted', async () => {
    const station = await aStation();
    const { number, scan } = await aReturnedSheet(station);
    await station.call('registrations.amend', { number, changes: { 'identification.phone': null } });
    const { readings, pages } = await readBack(station, [scan]);
    const error = await station.failure('returns.accept', {
      id: pages[0]!.id,
      signed: true,
      dated: true,
      changes: {},
    });
    expect([readings[0]?.status, error.code, error.detail]).toEqual([
      'superseded',
      'stale-version',
      { latest: '2' },
    ]);
  });

  it('is recorded as a return at the counter, or as it came, and signs the version its red ink makes (S0-14)', async () => {
    const station = await aStation();
    const { number, scan } = await aReturnedSheet(station);
    const { pages } = await readBack(station, [scan]);
    const arrival = { modality: 'post', postmarkedOn: '2026-11-18', receivedOn: '2026-11-20' } as const;
    await station.call('returns.accept', {
      id: pages[0]!.id,
      signed: true,
      dated: true,
      changes: { 'identification.phone': '06 00 00 00 44' },
      arrival,
    });
    const [kept] = await station.call('returns.ofFile', { number });
    const queue = await station.call('sync.queue', {});
    expect([kept, queue.map(({ kind }) => kind)]).toMatchObject([
      { ...arrival, version: 2, superseded: false, signed: true },
      ['attach', 'amend', 'create'],
    ]);
  });

  it('cannot be accepted once the candidate withdrew', async () => {
    const station = await aStation();
    const { number, scan } = await aReturnedSheet(station);
    await station.call('registrations.withdraw', { number, reason: 'Renonce' });
    const { pages } = await readBack(station, [scan]);
    const input = { id: pages[0]!.id, signed: true, dated: true, changes: {} };
    expect((await station.failure('returns.accept', input)).code).toBe('file-ended');
  });

  it('is told as a duplicate in a second stack', async () => {
    const station = await aStation();
    const { scan } = await aReturnedSheet(station);
    await readBack(station, [scan]);
    expect((await readBack(station, [scan])).readings[0]?.status).toBe('duplicate');
  });

  it('is foreign to another station, which holds neither the registration nor the key', async () => {
    const { scan } = await aReturnedSheet(await aStation());
    const other = await aStation();
    expect((await readBack(other, [scan])).readings[0]?.status).toBe('foreign');
  });

  it('keeps the rest of the stack going past a damaged file', async () => {
    const station = await aStation();
    const { scan } = await aReturnedSheet(station);
    const damaged = { name: 'abimee.jpg', bytes: scan.bytes.slice(0, 3000) };
    const { readings } = await readBack(station, [damaged, scan]);
    expect(readings.map((reading) => reading.status)).toEqual(['unreadable', 'matched']);
  });

  it('may be read without anything being kept', async () => {
    const station = await aStation();
    const { scan } = await aReturnedSheet(station);
    const { readings, pages } = await readBack(station, [scan], false);
    expect([readings.length, pages.length]).toEqual([1, 0]);
  });

  it('leaves for the centre with the version that it signs', async () => {
    const station = await aStation();
    const { scan } = await aReturnedSheet(station);
    const { pages } = await readBack(station, [scan]);
    await station.call('returns.accept', { id: pages[0]!.id, signed: true, dated: true, changes: {} });
    const status = await station.call('sync.status', {});
    const queue = await station.call('sync.queue', {});
    expect([status.scansPending, queue.map((item) => item.kind)]).toEqual([1, ['attach', 'create']]);
  });
});
