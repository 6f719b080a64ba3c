import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { anAnswer } from '../../tests/builders/answers.ts';
import { aFolder } from '../../tests/builders/folder.ts';
import { aSetUpCommandStation } from '../../tests/builders/guichet-command.ts';

const json = (text: string): Record<string, unknown> => JSON.parse(text) as Record<string, unknown>;

async function aStationWithTwo() {
  const station = await aSetUpCommandStation();
  const second = anAnswer({
    'identification.birthName': 'SECOND',
    'identification.email': 'autre@example.org',
  });
  const input = [anAnswer(), second].map((answers) => JSON.stringify(answers)).join('\n');
  const { stdout } = await station.guichet(['register', '-'], { input });
  const [first = ''] = stdout.split('\n');
  return { ...station, numbers: json(first) };
}

describe('guichet export', () => {
  it('writes the list it is asked for, whole, and never over a file unless told', async () => {
    const { guichet } = await aStationWithTwo();
    const folder = aFolder();
    const file = join(folder, 'liste.csv');
    const written = await guichet(['export', '--format', 'csv', file, '--filter', 'text=second', '--json']);
    const again = await guichet(['export', '--format', 'csv', file]);
    const forced = await guichet(['export', '--format', 'csv', file, '--force', '--json']);
    expect([
      [written.exit, json(written.stdout)],
      [again.exit, again.stderr.includes('--force')],
      json(forced.stdout)['count'],
      readFileSync(file, 'utf8').split('\r\n').length,
      readdirSync(folder),
    ]).toEqual([[0, { file, count: 1 }], [2, true], 2, 4, ['liste.csv']]);
  });

  it('names a filter that does not exist, or a value that cannot be', async () => {
    const { guichet } = await aSetUpCommandStation();
    const file = join(aFolder(), 'liste.xlsx');
    const outcomes = [
      await guichet(['export', '--format', 'xlsx', file, '--filter', 'shoe=42']),
      await guichet(['export', '--format', 'xlsx', file, '--filter', 'exam=bts']),
      await guichet(['export', '--format', 'xlsx', file, '--filter', 'from=hier']),
    ];
    expect([outcomes.map(({ exit }) => exit), existsSync(file)]).toEqual([[2, 2, 2], false]);
  });
});

describe('guichet stats', () => {
  it('tells the same figures to people and to programs', async () => {
    const { guichet } = await aStationWithTwo();
    const [told, data] = [await guichet(['stats']), await guichet(['stats', '--json'])];
    expect([told.stdout.startsWith('Inscriptions : 2\n'), json(data.stdout)['byExam']]).toEqual([
      true,
      [{ exam: 'cap', count: 2 }],
    ]);
  });
});

describe('guichet access', () => {
  it('writes a folder that the person can open, and not into one that holds something', async () => {
    const { guichet, numbers } = await aStationWithTwo();
    const folder = join(aFolder(), 'remise');
    const candidateNumber = String(numbers['candidateNumber']);
    const given = await guichet(['access', 'export', candidateNumber, '--out', folder]);
    const again = await guichet(['access', 'export', candidateNumber, '--out', folder]);
    expect([
      given.exit,
      readdirSync(folder).toSorted(),
      readFileSync(join(folder, 'index.html'), 'utf8').includes('SECOND'),
      again.exit,
    ]).toEqual([0, ['donnees.json', 'index.html'], false, 2]);
  });
});

describe('guichet retention', () => {
  it('destroys what the approved list counted, unless it is held', async () => {
    const { guichet, numbers } = await aStationWithTwo();
    const clock = '2038-02-01T09:00:00Z';
    const file = join(aFolder(), 'bordereau.csv');
    await guichet(['retention', 'hold', String(numbers['registrationNumber']), '--reason', 'Recours'], {
      clock,
    });
    const preview = json((await guichet(['retention', 'preview', '--json'], { clock })).stdout);
    const listed = await guichet(['retention', 'list', file], { clock });
    const visa = ['--visa', 'AD06 2038-2', '--visa-date', '2038-01-10', '--json'];
    const wrong = await guichet(['retention', 'purge', ...visa, '--digest', 'autre'], { clock });
    const done = await guichet(['retention', 'purge', ...visa, '--digest', String(preview['digest'])], {
      clock,
    });
    expect([
      preview['disposable'],
      listed.exit,
      readFileSync(file, 'utf8').includes(String(preview['digest'])),
      wrong.exit,
      json(done.stdout)['counts'],
    ]).toEqual([
      1,
      0,
      true,
      1,
      { registrations: 1, candidates: 1, documents: 0, abandoned: 0, sessions: { '2027': 1 } },
    ]);
  });
});
