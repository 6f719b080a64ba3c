import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { anAnswer } from '../../../../../tests/builders/answers.ts';
import { aStation } from '../../../../../tests/builders/station.ts';

const OTHER = {
  'identification.birthName': 'AUTREPERSONNE',
  'identification.email': 'autre@example.org',
  'identification.addressLine1': 'rue qui n’est pas la sienne',
};

async function anArchive() {
  const station = await aStation();
  const mine = await station.call('registrations.register', {
    answers: anAnswer({ 'identification.addressLine1': '3 rue <b>& des Essais' }),
  });
  const other = await station.call('registrations.register', { answers: anAnswer(OTHER) });
  const { pdf } = await station.call('confirmations.issue', { number: mine.registrationNumber });
  await station.call('confirmations.issue', { number: other.registrationNumber });
  const archive = await station.call('access.export', { candidateNumber: mine.candidateNumber });
  return { station, mine, other, pdf, archive, entries: unzipSync(archive.bytes) };
}

describe('what is given to a person who asks for her data', () => {
  it('is a page to read, the data, and the very documents', async () => {
    const { mine, pdf, archive, entries } = await anArchive();
    const document = `documents/${mine.registrationNumber}/confirmation-1.pdf`;
    expect([
      archive.fileName,
      Object.keys(entries).toSorted(),
      Buffer.compare(entries[document] ?? new Uint8Array(), pdf),
    ]).toEqual([
      `base-ecole-droit-d-acces-${mine.candidateNumber}-2026-11-20.zip`,
      ['documents/', `documents/${mine.registrationNumber}/`]
        .filter((name) => name in entries)
        .concat([document, 'donnees.json', 'index.html']),
      0,
    ]);
  });

  it('says who, why, how long and which rights, in plain French, and asks the network for nothing', async () => {
    const { entries } = await anArchive();
    const page = strFromU8(entries['index.html'] ?? new Uint8Array());
    const expected = [
      'Bureau d’essai',
      'Pourquoi',
      'Conservée jusqu’au jeudi 31 décembre 2037',
      'article 15',
      '3 rue &lt;b&gt;&amp; des Essais',
      'Certificat d’aptitude professionnelle',
    ];
    expect([expected.filter((text) => !page.includes(text)), /https?:|<script/.test(page)]).toEqual([
      [],
      false,
    ]);
  });

  it('says when her files were looked at and changed, and not by whom', async () => {
    const { station, mine, other } = await anArchive();
    await station.call('registrations.get', { number: mine.registrationNumber });
    await station.call('registrations.get', { number: other.registrationNumber });
    const again = await station.call('access.export', { candidateNumber: mine.candidateNumber });
    const entries = unzipSync(again.bytes);
    const page = strFromU8(entries['index.html'] ?? new Uint8Array());
    const data = JSON.parse(strFromU8(entries['donnees.json'] ?? new Uint8Array())) as {
      consultations: { operation: string }[];
    };
    const told = page.slice(page.indexOf('Quand votre dossier a été consulté'));
    expect([
      data.consultations.map(({ operation }) => operation),
      ['Dossier consulté', 'Droit d’accès'].filter((words) => !told.includes(words)),
      told.includes('Agent Essai'),
    ]).toEqual([
      ['registrations.register', 'confirmations.issue', 'access.export', 'registrations.get'],
      [],
      false,
    ]);
  });

  it('tells nothing of anyone else', async () => {
    const { other, entries } = await anArchive();
    const text = Object.entries(entries)
      .map(([name, bytes]) => name + Buffer.from(bytes).toString('latin1'))
      .join('\n');
    const foreign = [
      'AUTREPERSONNE',
      'autre@example.org',
      'rue qui n',
      other.registrationNumber,
      other.candidateNumber,
    ];
    expect(foreign.filter((word) => text.includes(word))).toEqual([]);
  });

  it('holds each version and event as data, and is itself an event of the file', async () => {
    const { station, mine, entries } = await anArchive();
    const data = JSON.parse(strFromU8(entries['donnees.json'] ?? new Uint8Array())) as {
      registrations: { tables: Record<string, unknown[]> }[];
    };
    const { events } = await station.call('registrations.get', { number: mine.registrationNumber });
    expect([
      data.registrations[0]?.tables['registration_version']?.length,
      events.map(({ kind, agent }) => [kind, agent]),
    ]).toEqual([1, [['accessGiven', 'Agent Essai']]]);
  });

  it('does not exist for a number nobody bears', async () => {
    const { failure } = await aStation();
    expect((await failure('access.export', { candidateNumber: '000000000000' })).code).toBe(
      'unknown-candidate',
    );
  });
});
