import { expect, describe, it } from 'vitest';
import { aCentral, usePostgres } from '../builders/central.ts';
import { anEnrolledStation, sha256, type ProtocolStation } from '../builders/protocol-station.ts';
import { TUS, tusChunk, tusCreation } from '../builders/tus-headers.ts';

const postgres = usePostgres();

describe('a scan', () => {
  it('whose bytes are not those of its hash is refused, and nothing of it is kept', async () => {
    const central = await aCentral(postgres);
    const station = await anEnrolledStation(central);
    const announced = sha256('une page');
    await station.request('POST', '/v1/blobs', '', tusCreation(announced, 8));
    const sent = await station.request('PATCH', `/v1/blobs/${announced}`, 'une pagX', tusChunk(0));
    const receipt = await station.request('GET', `/v1/blobs/${announced}/receipt`);
    expect([sent.status, sent.code, receipt.code]).toEqual([460, 'blob-mismatch', 'not-found']);
    expect((await station.request('HEAD', `/v1/blobs/${announced}`, '', TUS)).status).toBe(404);
  });

  it('begun with its first bytes goes on where the centre says it stands, and its last reply is the receipt', async () => {
    const central = await aCentral(postgres);
    const [station, other] = [
      await anEnrolledStation(central, '6001'),
      await anEnrolledStation(central, '6002'),
    ];
    const hash = sha256('une page');
    const first = { ...tusCreation(hash), 'content-type': 'application/offset+octet-stream' };
    const begun = await station.request('POST', '/v1/blobs', 'une ', first);
    const standing = [await missingOf(station, hash), await missingOf(other, hash)];
    const ended = await station.request('PATCH', `/v1/blobs/${hash}`, 'page', tusChunk(4));
    const asked = await station.request('GET', `/v1/blobs/${hash}/receipt`);

    expect([begun.status, begun.headers.get('upload-offset'), begun.headers.get('guichet-receipt')]).toEqual([
      201,
      '4',
      null,
    ]);
    expect(standing).toEqual([
      { missing: [hash], begun: [{ sha256: hash, offset: 4 }] },
      { missing: [hash], begun: [] },
    ]);
    expect([ended.status, JSON.parse(ended.headers.get('guichet-receipt') ?? '')]).toEqual([204, asked.body]);
    expect(await missingOf(station, hash)).toEqual({ missing: [], begun: [] });
  });

  it('of one chunk is one request', async () => {
    const central = await aCentral(postgres);
    const station = await anEnrolledStation(central);
    const hash = sha256('une page');
    const whole = { ...tusCreation(hash), 'content-type': 'application/offset+octet-stream' };
    const sent = await station.request('POST', '/v1/blobs', 'une page', whole);
    expect(JSON.parse(sent.headers.get('guichet-receipt') ?? '')).toMatchObject({
      payload: { sha256: hash },
    });
  });

  it('sent by two stations is one file with one receipt', async () => {
    const central = await aCentral(postgres);
    const stations = [await anEnrolledStation(central, '6001'), await anEnrolledStation(central, '6002')];
    const receipts = await Promise.all(stations.map((station) => sendBlob(station, 'une page')));
    expect(receipts[0]).toEqual(receipts[1]);
    expect((await central.figures()).blobs).toBe(1);
  });

  it('longer than allowed, at a wrong place, or under no hash, is refused', async () => {
    const central = await aCentral(postgres);
    const station = await anEnrolledStation(central);
    const hash = sha256('une page');
    const tooLong = await station.request('POST', '/v1/blobs', '', tusCreation(hash, 101 * 1024 * 1024));
    const noHash = await station.request('POST', '/v1/blobs', '', tusCreation('../../etc', 8));
    await station.request('POST', '/v1/blobs', '', tusCreation(hash, 8));
    const misplaced = await station.request('PATCH', `/v1/blobs/${hash}`, 'page', tusChunk(4));
    expect([tooLong.code, noHash.code, misplaced.code]).toEqual([
      'too-large',
      'bad-request',
      'offset-conflict',
    ]);
  });
});

describe('a station that sends scans', () => {
  it.each([
    ['is suspended', "suspended_for = 'chain-broken'", 'station-suspended'],
    ['has another key', "public_key = 'MCowBQYDK2VwAyEA' || repeat('A', 43) || '='", 'bad-request-signature'],
  ])(
    'and %s between two of them keeps the first, and nothing is answered for the second',
    async (_how, becomes, code) => {
      const central = await aCentral(postgres);
      const station = await anEnrolledStation(central);
      const first = await sendWhole(station, 'une page');
      await station.request('POST', '/v1/blobs', '', tusCreation(sha256('la suite'), 8));
      await central.rows(`UPDATE station SET ${becomes} WHERE station_id = $1`, [station.stationId]);
      const second = await sendWhole(station, 'une autre page');
      const ended = await station.request(
        'PATCH',
        `/v1/blobs/${sha256('la suite')}`,
        'la suite',
        tusChunk(0),
      );

      expect([first.status, second.code, ended.code]).toEqual([201, code, code]);
      expect(await central.rows('SELECT sha256 FROM blob')).toEqual([{ sha256: sha256('une page') }]);
    },
  );

  it('and was suspended is heard again as soon as it no longer is', async () => {
    const central = await aCentral(postgres);
    const station = await anEnrolledStation(central);
    const suspended = (reason: string | null) =>
      central.rows('UPDATE station SET suspended_for = $2 WHERE station_id = $1', [
        station.stationId,
        reason,
      ]);
    await suspended('chain-broken');
    const before = await sendWhole(station, 'une page');
    await suspended(null);
    const after = await sendWhole(station, 'une page');
    expect([before.code, after.status]).toEqual(['station-suspended', 201]);
  });
});

function sendWhole(station: ProtocolStation, content: string) {
  const headers = {
    ...tusCreation(sha256(content), content.length),
    'content-type': 'application/offset+octet-stream',
  };
  return station.request('POST', '/v1/blobs', content, headers);
}

async function missingOf(station: ProtocolStation, hash: string): Promise<unknown> {
  const { body } = await station.request('POST', '/v1/blobs/missing', JSON.stringify({ sha256: [hash] }), {
    'content-type': 'application/json',
  });
  const { missing, begun } = (body as { payload: Record<string, unknown> }).payload;
  return { missing, begun };
}

async function sendBlob(station: ProtocolStation, content: string): Promise<unknown> {
  const hash = sha256(content);
  await station.request('POST', '/v1/blobs', '', tusCreation(hash, content.length));
  await station.request('PATCH', `/v1/blobs/${hash}`, content, tusChunk(0));
  return (await station.request('GET', `/v1/blobs/${hash}/receipt`)).body;
}
