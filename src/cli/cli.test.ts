import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { anAnswer } from '../../tests/builders/answers.ts';
import { aCampaign } from '../../tests/builders/campaign.ts';
import { aFolder } from '../../tests/builders/folder.ts';
import { aCommandStation, aSetUpCommandStation } from '../../tests/builders/guichet-command.ts';

const json = (text: string): Record<string, unknown> => JSON.parse(text) as Record<string, unknown>;
const lines = (text: string) => text.trim().split('\n').map(json);

describe('guichet', () => {
  it('explains itself, command by command, and prints nothing else on stdout', async () => {
    const { guichet } = aCommandStation();
    const [help, registerHelp] = [await guichet(['--help']), await guichet(['register', '--help'])];
    expect([
      help.exit,
      help.stdout.includes('demo'),
      registerHelp.stdout.includes('--check'),
      registerHelp.stderr,
    ]).toEqual([0, true, true, '']);
  });

  it('exits 2, with a sentence, for words it does not know', async () => {
    const { guichet } = aCommandStation();
    const outcomes = [
      await guichet(['inscrire']),
      await guichet(['confirm', '--dehors']),
      await guichet(['setup', '--station', 'x']),
    ];
    expect(outcomes.map(({ exit, stdout, stderr }) => [exit, stdout, stderr.length > 20])).toEqual([
      [2, '', true],
      [2, '', true],
      [2, '', true],
    ]);
  });

  it('exits 1 where there is no station, and for a wrong passphrase', async () => {
    const station = await aSetUpCommandStation();
    const wrong = await station.guichet(['campaigns', 'list'], { passphrase: 'une autre phrase' });
    const absent = await aCommandStation().guichet(['campaigns', 'list']);
    expect([wrong.exit, wrong.stderr.trim(), absent.exit, absent.stderr.includes('guichet setup')]).toEqual([
      1,
      'L’identifiant ou la phrase de passe ne convient pas.',
      1,
      true,
    ]);
  });
});

describe('guichet register', () => {
  it('answers a JSON line for each line, and a broken one in the middle stops nobody', async () => {
    const { guichet } = await aSetUpCommandStation();
    const input = [
      JSON.stringify(anAnswer()),
      '{"identification": {',
      JSON.stringify(
        anAnswer({
          'identification.birthName': 'SECOND-TÉMOIN',
          'identification.email': 'autre@example.org',
        }),
      ),
    ].join('\n');
    const { exit, stdout } = await guichet(['register', '-'], { input });
    const answers = lines(stdout);
    expect([exit, answers.map((answer) => [answer['line'], answer['ok']]), answers[1]?.['errors']]).toEqual([
      3,
      [
        [1, true],
        [2, false],
        [3, true],
      ],
      [{ path: '', code: 'broken-line', message: 'Cette ligne n’est pas du JSON.' }],
    ]);
  });

  it('with --check judges and saves nothing', async () => {
    const { guichet } = await aSetUpCommandStation();
    const { stdout: example } = await guichet(['register', '--example']);
    const checked = await guichet(['register', '-', '--check'], { input: example });
    const registered = lines((await guichet(['register', '-'], { input: example })).stdout);
    expect([
      checked.exit,
      lines(checked.stdout)[0]?.['ok'],
      String(registered[0]?.['registrationNumber']).slice(7, 13),
    ]).toEqual([0, true, '000001']);
  });

  it('plays the campaign of another year in a base école, to the hour', async () => {
    const { guichet } = await aSetUpCommandStation();
    const bp = anAnswer({
      'candidature.campaignId': 'nice-2025',
      'candidature.exam': 'bp',
      'qualification.specialtyCode': '45033608T',
    });
    const input = JSON.stringify(bp);
    const closed = await guichet(['register', '-'], { input, clock: '2024-12-03T16:00:00Z' });
    const open = await guichet(['register', '-'], { input, clock: '2024-12-03T15:58:00Z' });
    const [refusal] = (lines(closed.stdout)[0]?.['errors'] ?? []) as { code: string; message: string }[];
    expect([closed.exit, refusal?.code, refusal?.message.includes('17\u00a0h'), open.exit]).toEqual([
      3,
      'window-closed',
      true,
      0,
    ]);
  });
});

describe('guichet show, amend and confirm', () => {
  it('follow a registration from Version 01 to the sheet of Version 02', async () => {
    const { guichet } = await aSetUpCommandStation();
    const out = aFolder();
    const [numbers] = lines((await guichet(['register', '-'], { input: JSON.stringify(anAnswer()) })).stdout);
    const number = String(numbers?.['registrationNumber']);
    const amended = await guichet(['amend', number, '-', '--json'], {
      input: '{"identification": {"phone": "06 00 00 00 02"}}',
    });
    const confirmed = await guichet(['confirm', number, '--out', out, '--layout']);
    const shown = json((await guichet(['show', number, '--json'])).stdout);
    const layout = json(readFileSync(join(out, `${number}-v02.layout.json`), 'utf8'));
    expect([
      json(amended.stdout)['version'],
      confirmed.exit,
      shown['version'],
      readdirSync(out).sort(),
      Object.keys(layout),
    ]).toEqual([2, 0, 2, [`${number}-v02.layout.json`, `${number}-v02.pdf`], ['pages']]);
  });

  it('tell an unknown number in a sentence', async () => {
    const { guichet } = await aSetUpCommandStation();
    const outcomes = [await guichet(['show', '123']), await guichet(['confirm', '123', '--out', aFolder()])];
    expect(outcomes.map(({ exit, stdout }) => [exit, stdout])).toEqual([
      [1, ''],
      [1, ''],
    ]);
  });
});

describe('guichet campaigns', () => {
  it('names each fault of a file with its place and imports nothing of it', async () => {
    const { guichet } = await aSetUpCommandStation();
    const file = join(aFolder(), 'campagne.json');
    writeFileSync(file, JSON.stringify({ ...aCampaign(), timeZone: 'Europe/Nice', title: '' }));
    const imported = await guichet(['campaigns', 'import', file, '--json']);
    const list = await guichet(['campaigns', 'list', '--json']);
    const { faults } = json(imported.stdout) as { faults: { path: string }[] };
    expect([imported.exit, faults.map((fault) => fault.path), list.stdout.includes('essai-2027')]).toEqual([
      3,
      ['title'],
      false,
    ]);
  });

  it('keeps a file without fault, under which people may then register', async () => {
    const { guichet } = await aSetUpCommandStation();
    const file = join(aFolder(), 'campagne.json');
    writeFileSync(file, JSON.stringify(aCampaign()));
    const imported = await guichet(['campaigns', 'import', file]);
    const registered = await guichet(['register', '-'], {
      input: JSON.stringify(anAnswer({ 'candidature.campaignId': 'essai-2027' })),
    });
    expect([imported.exit, registered.exit]).toEqual([0, 0]);
  });
});

describe('guichet scan', () => {
  it('says of a file that is no page of ours what it is, in one JSON line', async () => {
    const { guichet } = await aSetUpCommandStation();
    const file = join(aFolder(), 'note.jpg');
    writeFileSync(file, 'ceci n’est pas une image');
    const { exit, stdout } = await guichet(['scan', file]);
    const [reading] = lines(stdout);
    expect([exit, reading?.['status'], reading?.['needsReview']]).toEqual([0, 'unreadable', true]);
  });

  it('keeps with --attach a stack that waits for a person', async () => {
    const { guichet } = await aSetUpCommandStation();
    const file = join(aFolder(), 'note.jpg');
    writeFileSync(file, 'ceci n’est pas une image');
    await guichet(['scan', file, '--attach']);
    const { stdout } = await guichet(['returns', 'stacks', '--json']);
    expect(lines(stdout)).toMatchObject([{ pages: 1, waiting: 1, byStatus: { unreadable: 1 } }]);
  });

  it('tells a file that is not there', async () => {
    const { guichet } = await aSetUpCommandStation();
    const { exit, stderr } = await guichet(['scan', '/nulle/part.jpg']);
    expect([exit, stderr.includes('/nulle/part.jpg')]).toEqual([1, true]);
  });
});
