import { describe, expect, it } from 'vitest';
import { aCentral, usePostgres } from '../builders/central.ts';
import { aClock } from '../builders/clock.ts';
import { aFolder } from '../builders/folder.ts';
import { aKey } from '../builders/key.ts';
import { createStation, openStation } from '../builders/open-station.ts';
import { anEnrolledStation, following } from '../builders/protocol-station.ts';
import { aSyncStation } from '../builders/sync-station.ts';
import { aProxy } from './proxy.ts';

const postgres = usePostgres();

describe('F6: the clock of a counter jumps', () => {
  it.each([
    ['ten years on', '2036-11-20T10:00:00Z'],
    ['three days back', '2026-11-17T10:00:00Z'],
    ['over the change of hour', '2027-03-28T01:30:00Z'],
  ])('%s: order is that of the station’s sequence', async (_what, instant) => {
    const central = await aCentral(postgres);
    const clock = aClock();
    const place = { folder: aFolder(), key: aKey() };
    createStation(place);
    const station = openStation(place, clock);
    await station.enrolAt(central.url, await central.code());
    const number = station.register(1);
    clock.set(instant);
    station.amend(number, { 'identification.locality': 'Antibes' });
    clock.set('2026-11-20T10:00:01Z');
    station.amend(number, { 'identification.locality': 'Cannes' });
    await station.sync();
    station.close();
    expect(
      await central.rows(
        `SELECT o.station_seq::int AS seq, o.verdict, r.version, r.answers::json ->> 'identification.locality' AS locality
         FROM op o JOIN registration r USING (record_id) ORDER BY o.server_seq`,
      ),
    ).toEqual([1, 2, 3].map((seq) => ({ seq, verdict: 'accepted', version: 3, locality: 'Cannes' })));
  });
});

describe('F6: the clock jumps while a counter sends', () => {
  it('receipts are kept, order stays, and the rectorat reads how far off the clock is', async () => {
    const central = await aCentral(postgres, { nowMs: () => Date.parse('2026-11-20T10:00:00Z') });
    const proxy = await aProxy(() => central.url);
    const clock = aClock('2026-11-20T10:00:00Z');
    const station = aSyncStation({ clock });
    const [number = ''] = station.register();
    await station.enrolAt(central, proxy.url);
    proxy.breakNext('POST /v1/ops ', {
      kind: 'loseReply',
      onLost: () => {
        clock.set('2036-11-20T10:00:00Z');
        station.amend(number, { 'identification.locality': 'Antibes' });
        clock.set('2026-11-17T10:00:00Z');
      },
    });
    await station.sync();
    station.amend(number, { 'identification.locality': 'Cannes' });
    await station.sync();
    const [ofClock] = await central.rows('SELECT clock_skew_ms FROM station');
    expect({
      skewDays: Number(ofClock?.['clock_skew_ms']) / 86_400_000,
      outbox: station.outbox().map(({ state, verdict }) => `${String(state)} ${String(verdict)}`),
    }).toEqual({
      skewDays: -3,
      outbox: ['acknowledged duplicate', 'acknowledged accepted', 'acknowledged accepted'],
    });
    expect(
      await central.rows(
        "SELECT version, answers::json ->> 'identification.locality' AS locality FROM registration",
      ),
    ).toEqual([{ version: 3, locality: 'Cannes' }]);
  });
});

describe('F8: what follows arrives before what it follows', () => {
  it('is held, then applied in order', async () => {
    const central = await aCentral(postgres);
    const station = await anEnrolledStation(central);
    const first = station.op();
    const second = station.op(following(first.op, 2, 'FICTIVE'));
    const third = station.op(following(first.op, 3, 'TÉMOIN', 'FICTIVE'));
    const verdicts = [await station.send([third]), await station.send([second]), await station.send([first])];
    expect({
      verdicts,
      versions: await central.rows('SELECT version, answers FROM registration'),
      held: (await central.figures()).opsHeld,
    }).toEqual({
      verdicts: [['held_missing_parent sequence-gap'], ['held_missing_parent sequence-gap'], ['accepted']],
      versions: [{ version: 3, answers: '{"identification.birthName":"TÉMOIN"}' }],
      held: 0,
    });
  });
});

describe('F17: a registration is changed while it is being sent', () => {
  it('what left is frozen, and the change is the next version on top of it', async () => {
    const central = await aCentral(postgres);
    const proxy = await aProxy(() => central.url);
    const station = aSyncStation();
    const [number = ''] = station.register();
    await station.enrolAt(central, proxy.url);
    proxy.breakNext('POST /v1/ops ', {
      kind: 'loseReply',
      onLost: () => station.amend(number, { 'identification.locality': 'Antibes' }),
    });
    await station.sync();
    await station.sync();
    expect(
      await central.rows(
        'SELECT o.version AS sent, r.version FROM op o JOIN registration r USING (record_id) ORDER BY 1',
      ),
    ).toEqual([
      { sent: 1, version: 2 },
      { sent: 2, version: 2 },
    ]);
  });
});
