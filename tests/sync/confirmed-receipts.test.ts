import { describe, expect, it } from 'vitest';
import { disposableFiles, retentionSessions } from '#main/domains/privacy/preview-disposal.ts';
import { purge } from '#main/domains/privacy/purge.ts';
import { stationDigest } from '#main/sync/index.ts';
import { aBatch, settle, takenIn } from '../builders/batches.ts';
import { aCentral, usePostgres } from '../builders/central.ts';
import { aClock } from '../builders/clock.ts';
import { aFolder } from '../builders/folder.ts';
import { aStationWithOldFiles, theReference, type OldFiles } from '../builders/old-files.ts';
import { aSyncStation, someBytes } from '../builders/sync-station.ts';
import { aProxy } from '../faults/proxy.ts';

const postgres = usePostgres();
const QUIET = { signal: new AbortController().signal, report: () => undefined };
const IN_A_MONTH = '2026-12-21T10:00:00Z';

function standingOf({ context }: OldFiles): Record<string, number>[] {
  return retentionSessions(context, theReference()).map(({ unsent, unconfirmed, disposable }) => ({
    unsent,
    unconfirmed,
    disposable,
  }));
}

async function purged({ context }: OldFiles): Promise<number | string> {
  const { digest } = disposableFiles(context, theReference());
  try {
    const visa = { visaReference: 'AD', visaOn: '2026-11-10', digest };
    return (await purge(context, theReference(), visa, QUIET)).counts.registrations;
  } catch (error) {
    return (error as { code: string }).code;
  }
}

describe('a file whose time is over, at a counter with a centre', () => {
  it('is destroyed only when its receipts were confirmed, and a month after that', async () => {
    const central = await aCentral(postgres);
    const clock = aClock();
    const station = aStationWithOldFiles({ clock });
    await station.enrolAt(central);
    const [number = ''] = station.registerFor(2015);
    station.attach(number, someBytes(1000));
    const seen = [standingOf(station), await purged(station)];
    await station.sync();
    seen.push(standingOf(station), await purged(station));
    clock.set(IN_A_MONTH);
    seen.push(standingOf(station), await purged(station));
    expect(seen).toEqual([
      [{ unsent: 1, unconfirmed: 0, disposable: 0 }],
      'nothing-due',
      [{ unsent: 0, unconfirmed: 1, disposable: 0 }],
      'nothing-due',
      [{ unsent: 0, unconfirmed: 0, disposable: 1 }],
      1,
    ]);
    expect(
      await central.rows('SELECT count(*)::int AS n FROM receipt WHERE confirmed_ms IS NOT NULL'),
    ).toEqual([{ n: 2 }]);
  });

  it('stays while the centre is one that does not know this exchange', async () => {
    const central = await aCentral(postgres);
    const proxy = await aProxy(() => central.url);
    const clock = aClock();
    const station = aStationWithOldFiles({ clock });
    await station.enrolAt(central, proxy.url);
    station.registerFor(2015);
    const body = JSON.stringify({ code: 'not-found', message: 'Rien à cette adresse.' });
    proxy.breakNext('POST /v1/receipts/confirm', { kind: 'answerInstead', status: '404 Not Found', body });
    await station.sync();
    clock.set(IN_A_MONTH);
    expect([standingOf(station), await purged(station)]).toEqual([
      [{ unsent: 0, unconfirmed: 1, disposable: 0 }],
      'nothing-due',
    ]);
  });

  it('is confirmed by the key too: the next batch names its receipts, and the receipt file answers', async () => {
    const central = await aCentral(postgres);
    const clock = aClock();
    const station = aStationWithOldFiles({ clock });
    await station.enrolAt(central);
    station.registerFor(2015);
    const carry = async () => {
      const [imported] = await takenIn(central, await aBatch(station, aFolder()));
      if (imported) settle(station, imported.receipt);
    };
    await carry();
    const first = standingOf(station)[0];
    station.register();
    await carry();
    clock.set(IN_A_MONTH);
    expect([first, standingOf(station)[0]]).toEqual([
      { unsent: 0, unconfirmed: 1, disposable: 0 },
      { unsent: 0, unconfirmed: 0, disposable: 1 },
    ]);
  });
});

describe('a centre that lost what it had given receipts for, without its epoch saying so', () => {
  it('is found out by the second exchange, and receives it again in the same run', async () => {
    const before = await aCentral(postgres);
    const station = aSyncStation();
    await station.enrolAt(before);
    await before.close();
    const backup = await postgres.copyOf(before.databaseUrl);
    const { databaseUrl, dataFolder } = before;
    const first = await aCentral(postgres, { databaseUrl, dataFolder });
    const leadTo = (url: string) => station.database.run('UPDATE central_server SET url = ?', url);
    leadTo(first.url);
    const [number = ''] = station.register(2);
    station.attach(number, someBytes(1000));
    // The run ends before it has asked: as a station that is switched off.
    const { url } = await aProxyWithoutConfirmation(first.url);
    leadTo(url);
    await station.sync().catch(() => undefined);
    await first.close();

    // Another folder: the note of what this machine had seen of the database is lost too.
    const restored = await aCentral(postgres, { databaseUrl: backup });
    leadTo(restored.url);
    const { opsPending, scansPending } = await station.sync();
    const { ops, blobs, recordsSha256 } = await restored.figures();
    expect({
      opsPending,
      scansPending,
      ops,
      blobs,
      same: recordsSha256 === stationDigest(station.database),
    }).toEqual({
      opsPending: 0,
      scansPending: 0,
      ops: 3,
      blobs: 1,
      same: true,
    });
    expect(
      station.database.all(
        'SELECT confirmed_at_ms IS NOT NULL AS confirmed, count(*) AS n FROM receipt GROUP BY 1 ORDER BY 1',
      ),
    ).toEqual([
      { confirmed: 0, n: 2 },
      { confirmed: 1, n: 2 },
    ]);
  });
});

async function aProxyWithoutConfirmation(centre: string): Promise<{ url: string }> {
  const proxy = await aProxy(() => centre);
  proxy.breakNext('POST /v1/receipts/confirm', {
    kind: 'answerInstead',
    status: '200 OK',
    body: '<html></html>',
  });
  return proxy;
}
