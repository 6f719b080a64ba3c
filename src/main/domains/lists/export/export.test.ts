import { inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { ExportFormat } from '#shared/contract/lists.ts';
import { anAnswer } from '../../../../../tests/builders/answers.ts';
import { finishedJob } from '../../../../../tests/builders/job.ts';
import { aStation, type TestStation } from '../../../../../tests/builders/station.ts';

async function exported(station: TestStation, format: ExportFormat) {
  const { jobId, fileName } = await station.call('lists.export', { format });
  const pieces: Uint8Array[] = [];
  for (;;) {
    const { bytes } = await station.call('lists.chunk', { jobId });
    if (bytes === null) break;
    pieces.push(bytes);
  }
  return {
    bytes: Buffer.concat(pieces),
    pieces: pieces.length,
    fileName,
    job: await finishedJob(station, jobId),
  };
}

async function aStationWith(...people: Record<string, unknown>[]): Promise<TestStation> {
  const station = await aStation();
  for (const person of people) await station.call('registrations.register', { answers: anAnswer(person) });
  return station;
}

const ODD = {
  'identification.birthName': 'D’ÉPREUVE',
  'identification.addressLine1': '=1+1;"rue"',
  'identification.phone': '+33 6 00 00 00 01',
};

/** A reader of RFC 4180 of its own, which knows nothing of the writer. */
function readCsv(text: string): string[][] {
  const lines: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^;\r\n"]*))(;|\r\n|$)/g)) {
    lines.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\r\n') lines.push([]);
    if (end === '') break;
  }
  return lines.filter((line) => line.length > 1);
}

/** Entries of a ZIP by its central directory (APPNOTE 4.3.12), not by the library that wrote it. */
function readZip(zip: Buffer): Map<string, string> {
  const entries = new Map<string, string>();
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, size] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)];
    const [nameSize, extraSize, commentSize] = [28, 30, 32].map((field) => zip.readUInt16LE(at + field)) as [
      number,
      number,
      number,
    ];
    const name = zip.toString('utf8', at + 46, at + 46 + nameSize);
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const content = zip.subarray(start, start + size);
    entries.set(name, (method === 8 ? inflateRawSync(content) : content).toString('utf8'));
    at += 46 + nameSize + extraSize + commentSize;
  }
  return entries;
}

describe('a list as CSV', () => {
  it('has the mark of UTF-8, French titles, ISO dates, and no formula', async () => {
    const station = await aStationWith(ODD);
    const { bytes, fileName } = await exported(station, 'csv');
    const text = bytes.toString('utf8');
    const [titles = [], row = []] = readCsv(text.slice(1));
    const cell = (title: string) => row[titles.indexOf(title)];
    expect({
      mark: text.codePointAt(0),
      fileName,
      name: cell('Nom de naissance'),
      address: cell('Adresse'),
      phone: cell('Téléphone'),
      birth: cell('Date de naissance'),
      status: cell('État'),
      registered: cell('Inscrit le'),
    }).toEqual({
      mark: 0xfeff,
      fileName: 'base-ecole-inscriptions-2026-11-20.csv',
      name: 'D’ÉPREUVE',
      address: '\'=1+1;"rue"',
      phone: expect.stringContaining('6 00 00 00 01') as string,
      birth: '1992-02-03',
      status: 'Confirmation attendue',
      registered: '2026-11-20 11:00',
    });
  });
});

describe('a list as a spreadsheet', () => {
  it('is a ZIP of the parts a workbook needs, with text as text and dates as dates', async () => {
    const station = await aStationWith(ODD);
    const { bytes } = await exported(station, 'xlsx');
    const parts = readZip(bytes);
    const sheet = parts.get('xl/worksheets/sheet1.xml') ?? '';
    expect({
      parts: [...parts.keys()].toSorted(),
      rows: sheet.match(/<row /g)?.length,
      formulas: sheet.includes('<f>'),
      // 3 February 1992 is day 33637 of a spreadsheet.
      birth: sheet.includes('<c s="2"><v>33637</v></c>'),
      address: sheet.includes('<t xml:space="preserve">=1+1;"rue"</t>'),
      isWhole: sheet.endsWith('</sheetData></worksheet>'),
    }).toEqual({
      parts: [
        '[Content_Types].xml',
        '_rels/.rels',
        'xl/_rels/workbook.xml.rels',
        'xl/styles.xml',
        'xl/workbook.xml',
        'xl/worksheets/sheet1.xml',
      ],
      rows: 2,
      formulas: false,
      birth: true,
      address: true,
      isWhole: true,
    });
  });
});

describe('the exchange file', () => {
  it('gives the values as they are, under the names of the public model and ours', async () => {
    const station = await aStationWith(ODD);
    const { bytes, fileName } = await exported(station, 'exchange');
    const [titles = [], row = []] = readCsv(bytes.toString('utf8').slice(1));
    expect([fileName, titles.slice(0, 6), row.slice(0, 6), row[titles.indexOf('adresse_1')]]).toEqual([
      'base-ecole-echange-2026-11-20.csv',
      ['civilite', 'nom_famille', 'prenoms', 'ine', 'pays_naissance', 'date_naissance'],
      ['Monsieur', 'D’ÉPREUVE', 'Dominique', '', 'France', '1992-02-03'],
      '=1+1;"rue"',
    ]);
  });
});

describe('an export', () => {
  it('waits for each of its pieces to be taken, and stops when it is cancelled', async () => {
    const station = await aStationWith({});
    const { jobId } = await station.call('lists.export', { format: 'csv' });
    await station.call('lists.chunk', { jobId });
    const waiting = await station.call('jobs.get', { id: jobId });
    await station.call('jobs.cancel', { id: jobId });
    const ended = await finishedJob(station, jobId);
    expect([waiting.state, ended.state, (await station.failure('lists.chunk', { jobId })).code]).toEqual([
      'running',
      'cancelled',
      'cancelled',
    ]);
  });

  it('of nobody is a file with its titles', async () => {
    const { bytes, job } = await exported(await aStation(), 'csv');
    expect([readCsv(bytes.toString('utf8').slice(1)).length, job.result]).toEqual([1, { count: 0 }]);
  });

  it('that nobody knows is said so', async () => {
    const { failure } = await aStation();
    expect((await failure('lists.chunk', { jobId: 'x' })).code).toBe('unknown-job');
  });
});
