import { describe, expect, it } from 'vitest';
import { aCampaign } from '../builders/campaign.ts';
import { aCentral, usePostgres, type TestCentral } from '../builders/central.ts';
import { aClock } from '../builders/clock.ts';
import { anOfficePerson } from '../builders/office-person.ts';
import { anEnrolledStation, following } from '../builders/protocol-station.ts';
import { aSyncStation } from '../builders/sync-station.ts';

const postgres = usePostgres();

const BEFORE = '2026-11-20T10:00:00Z';
const AFTER = '2026-12-01T09:00:00Z';

/** A centre that knows the campaign, closed on 25 November at 17:00 in Paris; its clock stands after it. */
function aCentreAfterTheClosing(): Promise<TestCentral> {
  const confirmationReturn = { deadline: { kind: 'afterClosing', days: 7 } } as const;
  const window = { opensAt: '2026-10-01', closesAt: '2026-11-25T17:00', confirmationReturn };
  const exams = ['bacPro', 'bp', 'cap', 'cs'] as const;
  const campaign = aCampaign({ id: 'training-2027', windows: [{ ...window, exams: [...exams] }] });
  return aCentral(postgres, { campaigns: [campaign], nowMs: () => Date.parse(AFTER) });
}

/** What makes a registration one of that campaign. */
function registered(iso: string) {
  const answers = { 'candidature.campaignId': 'training-2027', 'candidature.exam': 'cap' };
  const changes = Object.entries(answers).map(([path, after]) => ({ path, before: null, after }));
  return { changes, capturedAtMs: Date.parse(iso) };
}

describe('F15: the window has closed when the counter sends', () => {
  it('what it registered before is received, and marked as sent late', async () => {
    const central = await aCentreAfterTheClosing();
    const clock = aClock(BEFORE);
    const station = aSyncStation({ clock });
    station.register(2);
    clock.set(AFTER);
    await station.enrolAt(central);
    await station.sync();
    expect({ outbox: station.outbox(), records: (await central.figures()).records }).toEqual({
      outbox: Array(2).fill({ state: 'acknowledged', verdict: 'accepted', reason: 'sent-late' }),
      records: 2,
    });
  });

  it('what a counter whose clock is late dates before the closing was made after it', async () => {
    const central = await aCentreAfterTheClosing();
    const station = aSyncStation({ clock: aClock(BEFORE) });
    station.register();
    await station.enrolAt(central);
    await station.sync();
    expect(station.outbox()).toEqual([
      { state: 'refused', verdict: 'quarantined', reason: 'outside-window' },
    ]);
  });

  it('what was made after waits for a person and stops nothing; the chain proves a date put back', async () => {
    const central = await aCentreAfterTheClosing();
    const station = await anEnrolledStation(central);
    const first = station.op(registered(BEFORE));
    const after = station.op(registered('2026-11-25T16:00:00Z'));
    const dated = station.op(registered(BEFORE));
    const amended = station.op({ ...following(first.op, 2, 'FICTIVE', ''), changes: [] });
    const verdicts = [
      'accepted sent-late',
      'quarantined outside-window',
      'quarantined outside-window',
      'accepted',
    ];
    expect(await station.send([first, after])).toEqual(verdicts.slice(0, 2));
    expect(await station.send([dated, amended])).toEqual(verdicts.slice(2));
    expect(await station.send([first, after, dated, amended])).toEqual([
      'duplicate sent-late',
      ...verdicts.slice(1, 3),
      'duplicate',
    ]);

    const decider = await anOfficePerson(central, 'decider');
    await decider.get('/rectorat/quarantaine');
    const page = await decider.post(`/rectorat/quarantaine/${station.stationId}/admettre`, {});
    const { records, opsHeld, securityEvents } = await central.figures();
    expect({ page: page.text.includes('Opérations admises : 2.'), records, opsHeld, securityEvents }).toEqual(
      {
        page: true,
        records: 3,
        opsHeld: 0,
        securityEvents: 0,
      },
    );
    expect(await station.send([station.op(registered(BEFORE))])).toEqual(['accepted sent-late']);
  });
});
