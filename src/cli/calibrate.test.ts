import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { aFilledChart } from '../../tests/builders/calibration-chart.ts';
import { aFolder } from '../../tests/builders/folder.ts';
import { aSetUpCommandStation } from '../../tests/builders/guichet-command.ts';

it('guichet calibrate writes a chart, and says of its scan how each pen was read', async () => {
  const { guichet } = await aSetUpCommandStation();
  const [chart, scan] = [join(aFolder(), 'mire.pdf'), join(aFolder(), 'mire.jpg')];
  await guichet(['calibrate', '--chart', chart]);
  writeFileSync(scan, await aFilledChart(readFileSync(chart), { cast: [1, 1.7, 1] }));
  const { exit, stdout } = await guichet(['calibrate', scan, '--keep']);
  const verdictOf = (pen: string) => stdout.split('\n').find((line) => line.startsWith(pen));
  expect([exit, verdictOf('Gel ou plume bleue'), verdictOf('Gel rouge')]).toEqual([
    0,
    expect.stringMatching(/-\d+° .* autre .* faux, juste après réglage$/),
    expect.stringMatching(/\d+° .* rouge .* juste$/),
  ]);
});

it('guichet calibrate says why a file is no chart, and keeps nothing', async () => {
  const { guichet } = await aSetUpCommandStation();
  const letter = join(aFolder(), 'lettre.jpg');
  writeFileSync(letter, 'Bonjour, ceci est une lettre.');
  const { exit, stderr } = await guichet(['calibrate', letter, '--keep']);
  expect([exit, stderr.trim()]).toEqual([
    3,
    'lettre.jpg : Ce type de fichier n’est pas lu : donnez un JPEG, PNG, TIFF ou PDF.',
  ]);
});
