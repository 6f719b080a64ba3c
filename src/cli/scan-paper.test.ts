import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { anEsclScanner } from '../../tests/builders/escl-scanner.ts';
import { aFolder } from '../../tests/builders/folder.ts';
import { aSetUpCommandStation } from '../../tests/builders/guichet-command.ts';
import { scannedImages } from '../../tests/builders/scanned-images.ts';

const filesOf = (lines: string) =>
  lines
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { file: string }).file);

test('a scanner is chosen, scanned from until it jams, and gone on with; then a folder that was only named', async () => {
  const { guichet } = await aSetUpCommandStation();
  const scanner = await anEsclScanner();
  const pages = await scannedImages(4);
  const device = `escl:${scanner.url}`;
  expect((await guichet(['scanners', 'declare', '--address', scanner.url])).exit).toBe(0);
  expect((await guichet(['scanners', 'choose', device])).stdout).toBe(`Scanner choisi : ${device}\n`);

  scanner.load(pages.slice(0, 3), { kind: 'jam', atPage: 3 });
  const jammed = await guichet(['scan', '--device', 'chosen']);
  expect({ exit: jammed.exit, files: filesOf(jammed.stdout) }).toEqual({
    exit: 1,
    files: ['Page 1.jpg', 'Page 2.jpg'],
  });
  expect(jammed.stderr).toContain('Une feuille est coincée dans le chargeur.');

  scanner.load(pages.slice(2, 3));
  const stack = /--stack (\S+)/.exec(jammed.stderr)?.[1] ?? '';
  const resumed = await guichet(['scan', '--device', 'chosen', '--stack', stack]);
  expect({ exit: resumed.exit, files: filesOf(resumed.stdout) }).toEqual({ exit: 0, files: ['Page 3.jpg'] });

  const folder = aFolder();
  writeFileSync(join(folder, 'scan.jpg'), pages[3]!);
  const taken = await guichet(['scan', '--folder', folder]);
  expect({ exit: taken.exit, files: filesOf(taken.stdout) }).toEqual({ exit: 0, files: ['scan.jpg'] });
});
