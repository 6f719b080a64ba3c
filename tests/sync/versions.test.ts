import { describe, expect, it } from 'vitest';
import { errorSentence } from '#shared/sentences/error-sentences.ts';
import { aCentral, usePostgres } from '../builders/central.ts';
import { aProtocolStation, anEnrolledStation } from '../builders/protocol-station.ts';
import { aSyncStation, type SyncStation } from '../builders/sync-station.ts';

const postgres = usePostgres();

async function tried(station: SyncStation, speaks?: { min: number; max: number }): Promise<string> {
  try {
    const { opsPending } = await station.sync(speaks ? { speaks } : {});
    return `sent, ${opsPending} left`;
  } catch (error) {
    return errorSentence(error as Parameters<typeof errorSentence>[0]);
  }
}

describe('F16: a station and a centre of different versions', () => {
  it('an old station at a new centre keeps its queue, says so, registers on, and sends all once it is brought up to date', async () => {
    const central = await aCentral(postgres, { protocols: { min: 2, max: 3 } });
    const station = aSyncStation();
    await station.enrolAt(central);
    station.register(2);
    const old = [await tried(station), station.outbox().length];
    station.register();
    expect([...old, await tried(station, { min: 2, max: 4 })]).toEqual([
      'Ce poste est d’une version trop ancienne pour le serveur central : faites mettre le programme à jour. Rien n’est perdu : continuez à inscrire, tout partira ensuite.',
      2,
      'sent, 0 left',
    ]);
  });

  it('a new station at an old centre speaks as the centre does, or says which of the two is too old', async () => {
    const central = await aCentral(postgres);
    const station = aSyncStation();
    await station.enrolAt(central);
    station.register();
    const tooNew = await tried(station, { min: 2, max: 3 });
    expect([tooNew, await tried(station, { min: 1, max: 3 })]).toEqual([
      'Le serveur central est d’une version plus ancienne que ce poste, qui ne sait plus lui parler : prévenez le rectorat. Rien n’est perdu : continuez à inscrire, tout partira après sa mise à jour.',
      'sent, 0 left',
    ]);
  });

  it('whoever sends without asking first gets 426 and a sentence, and nothing is judged', async () => {
    const central = await aCentral(postgres, { protocols: { min: 2, max: 2 } });
    const station = aProtocolStation(central);
    const enrolled = await station.enrol(await central.code());
    const { line } = station.op();
    const type = { 'content-type': 'application/x-ndjson' };
    const without = await station.request('POST', '/v1/ops', line, type);
    const other = await station.request('POST', '/v1/ops', line, { ...type, 'guichet-protocol': '3' });
    const spoken = await station.request('POST', '/v1/ops', line, { ...type, 'guichet-protocol': '2' });
    expect([enrolled.status, without.status, without.code, other.status, spoken.status]).toEqual([
      200,
      426,
      'upgrade-required',
      426,
      200,
    ]);
    expect(without.body).toHaveProperty('message');
  });

  it('an op of a form that the centre does not know yet stops the sending, and is not refused for ever', async () => {
    const central = await aCentral(postgres);
    const station = await anEnrolledStation(central);
    const known = station.op();
    const newer = station.sign({ ...known.op, schema: 2 as 1 });
    const reply = await station.request('POST', '/v1/ops', newer.line, {
      'content-type': 'application/x-ndjson',
    });
    expect([reply.status, reply.code, (await central.figures()).ops, await station.send([known])]).toEqual([
      426,
      'upgrade-required',
      0,
      ['accepted'],
    ]);
  });
});
