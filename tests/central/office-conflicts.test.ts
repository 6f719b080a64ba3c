import { expect, it } from 'vitest';
import { aCentral, usePostgres } from '../builders/central.ts';
import { anOfficePerson } from '../builders/office-person.ts';
import { anEnrolledStation } from '../builders/protocol-station.ts';
import { answersAsChanges, changesAfter, FIRST_ANSWERS, onFile } from '../builders/shared-file.ts';

const postgres = usePostgres();
const PHONE = 'identification.phone';
const LOCALITY = 'identification.locality';

async function aConflict() {
  const central = await aCentral(postgres);
  const first = await anEnrolledStation(central, '6100');
  const second = await anEnrolledStation(central, '6200');
  const file = first.op({ changes: answersAsChanges(FIRST_ANSWERS) });
  const seen = { parent: file, version: 1 };
  await first.send([file, first.op(onFile(file, seen, { [PHONE]: '+33600000002' }))]);
  const late = second.op(onFile(file, seen, { [PHONE]: '+33600000003', [LOCALITY]: 'Antibes' }));
  await second.send([late]);
  return { central, first, id: late.op.opId };
}

it('the rectorat sees both sides, takes field by field, and the counters learn it as an op like theirs', async () => {
  const { central, first, id } = await aConflict();
  const decider = await anOfficePerson(central, 'decider');
  const { cursor } = await changesAfter(first);
  const before = (await decider.get('/rectorat/desaccords')).text;
  const after = (await decider.post(`/rectorat/desaccords/${id}`, { take: LOCALITY })).text;
  const { entries, records } = await changesAfter(first, cursor);
  expect({
    shown: [/00 00 00 02/, /00 00 00 03/, /Antibes/].map((words) => words.test(before)),
    said: /Tranché/.test(after) && /Rien à trancher/.test(after),
    told: entries.map(({ kind, verdict, resolves, station }) => ({ kind, verdict, resolves, station })),
    held: records.map(({ version, answers }) => [version, answers[PHONE], answers[LOCALITY]]),
    stations: (await central.figures()).stations,
  }).toEqual({
    shown: [true, true, true],
    said: true,
    told: [{ kind: 'resolve', verdict: 'accepted', resolves: [id], station: 'Rectorat (serveur central)' }],
    held: [[3, '+33600000002', 'Antibes']],
    stations: 2,
  });
});

it('what was decided once is not decided again, and a reader may not decide', async () => {
  const { central, id } = await aConflict();
  const decider = await anOfficePerson(central, 'decider');
  const reader = await anOfficePerson(central, 'reader');
  await reader.get('/rectorat/desaccords');
  const refused = await reader.post(`/rectorat/desaccords/${id}`, { take: PHONE });
  await decider.get('/rectorat/desaccords');
  await decider.post(`/rectorat/desaccords/${id}`, { take: PHONE });
  await decider.get('/rectorat/desaccords');
  const again = await decider.post(`/rectorat/desaccords/${id}`, {});
  expect([refused.status, /entre-temps : rien n’a changé/.test(again.text)]).toEqual([403, true]);
});
