import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { aCentral, usePostgres } from '../builders/central.ts';
import { aSyncStation } from '../builders/sync-station.ts';

const postgres = usePostgres();
const BATCH = 250;

/** A line that holds the first batch back until the second is answered. */
async function anOvertakingLine(centre: string): Promise<{ url: string; batches(): number }> {
  let batches = 0;
  const second = Promise.withResolvers<undefined>();
  const pass = async (from: IncomingMessage, to: ServerResponse) => {
    const isBatch = from.url === '/v1/ops';
    if (isBatch) batches += 1;
    const place = isBatch ? batches : 0;
    if (place === 1) await second.promise;
    const { method = 'GET', headers } = from;
    const asked = ask(new URL(from.url ?? '/', centre), { method, headers }, (answer) => {
      to.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(to);
      answer.on('end', () => {
        if (place === 2) second.resolve(undefined);
      });
    });
    from.pipe(asked);
  };
  const server = createServer((from, to) => void pass(from, to));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, batches: () => batches };
}

it('a refused op in a batch that overtook the one before stops nothing that follows', async () => {
  const central = await aCentral(postgres);
  const line = await anOvertakingLine(central.url);
  const station = aSyncStation();
  station.register(2 * BATCH + 10);
  await station.enrolAt(central, line.url);
  const refused = BATCH + 5;
  station.database.run('UPDATE outbox_op SET signature = zeroblob(64) WHERE station_seq = ?', refused);

  const summary = await station.sync();

  expect(summary).toMatchObject({ opsPending: 0, opsRefused: 1, opsSent: 2 * BATCH + 10 });
  expect(station.outbox()[refused - 1]).toMatchObject({ verdict: 'rejected', reason: 'bad-signature' });
  expect(await central.figures()).toMatchObject({ records: 2 * BATCH + 9, opsHeld: 0 });
  expect(line.batches()).toBe(4);
});
