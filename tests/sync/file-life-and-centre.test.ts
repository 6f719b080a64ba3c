import { expect, it } from 'vitest';
import { keepCampaign } from '#main/domains/campaigns/campaign-store.ts';
import { fileLifeHandlers } from '#main/domains/file-life/index.ts';
import { mailHandlers } from '#main/domains/mail/index.ts';
import { openReference } from '#main/domains/reference/index.ts';
import { findRegistration, saveAttachment } from '#main/domains/registrations/index.ts';
import { stationDigest } from '#main/sync/index.ts';
import { aCampaign } from '../builders/campaign.ts';
import { aCentral, usePostgres } from '../builders/central.ts';
import { aSyncStation } from '../builders/sync-station.ts';

const postgres = usePostgres();

function aStationWithActs() {
  const station = aSyncStation();
  keepCampaign(station.database, aCampaign({ training: false }), 'agent.essai', 0);
  const reference = openReference();
  const acts = { ...fileLifeHandlers(reference), ...mailHandlers(reference) };
  return { station, acts };
}

it('the centre takes pieces, returns, locks and ends, and holds the same registrations as the station', async () => {
  const central = await aCentral(postgres);
  const { station, acts } = aStationWithActs();
  const { context } = station;
  const [kept = '', withdrawn = '', cancelled = ''] = station.register(3);
  const byHand = { modality: 'counter', receivedOn: '2026-11-20', signed: true, dated: true } as const;
  await acts['pieces.set']({ number: kept, pieceId: 'identityDocument', state: 'accepted' }, context);
  await acts['returns.record']({ number: kept, ...byHand }, context);
  await acts['pieces.lock']({ number: kept }, context);
  station.amend(kept, { 'identification.locality': 'Cannes' });
  await acts['registrations.withdraw']({ number: withdrawn, reason: 'Renonce' }, context);
  await acts['registrations.cancel']({ numbers: [cancelled], reason: 'Aucun retour' }, context);
  await station.enrolAt(central);
  const { opsSent, opsAccepted, opsPending } = await station.sync();

  const { recordsSha256 } = await central.figures();
  expect({
    sent: [opsSent, opsAccepted, opsPending],
    kinds: await central.rows('SELECT kind, verdict FROM op ORDER BY station_seq'),
    ended: await central.rows(
      'SELECT registration_number FROM registration WHERE cancelled ORDER BY registration_number',
    ),
    recordsSha256,
  }).toEqual({
    sent: [9, 9, 0],
    kinds: ['create', 'create', 'create', 'attach', 'attach', 'attach', 'amend', 'cancel', 'cancel'].map(
      (kind) => ({ kind, verdict: 'accepted' }),
    ),
    ended: [{ registration_number: withdrawn }, { registration_number: cancelled }],
    recordsSha256: stationDigest(station.database),
  });
});

it('the centre accepts nothing more of a file that has ended', async () => {
  const central = await aCentral(postgres);
  const { station, acts } = aStationWithActs();
  const [number = ''] = station.register();
  await acts['registrations.withdraw']({ number, reason: 'Renonce' }, station.context);
  const ended = findRegistration(station.database, number);
  // The station itself sends nothing more of it; here an op goes out as if the file were still alive.
  if (ended) saveAttachment(station.context, { ...ended, status: 'awaitingReturn' }, { changes: [] });
  station.amend(number, { 'identification.locality': 'Cannes' });
  await station.enrolAt(central);
  await station.sync();

  expect([
    station.outbox().map(({ state, reason }) => [state, reason]),
    await central.rows('SELECT version, cancelled FROM registration'),
  ]).toEqual([
    [
      ['acknowledged', null],
      ['acknowledged', null],
      ['refused', 'record-cancelled'],
      ['refused', 'record-cancelled'],
    ],
    [{ version: 1, cancelled: true }],
  ]);
});
