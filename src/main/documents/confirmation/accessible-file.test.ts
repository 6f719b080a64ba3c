import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { layoutConfirmation } from '#shared/sheet/layout-confirmation.ts';
import { aConfirmation, aLongConfirmation } from '../../../../tests/builders/confirmation-content.ts';
import { aFolder } from '../../../../tests/builders/folder.ts';
import { sealSheetCode } from '../sheet-seal.ts';
import { createMeasure, renderConfirmationPdf } from './index.ts';

const run = promisify(execFile);

async function aFile(content = aConfirmation()): Promise<string> {
  const path = join(aFolder(), 'confirmation.pdf');
  const layout = layoutConfirmation(content, createMeasure(), (body) =>
    sealSheetCode(new Uint8Array(32), body),
  );
  const attachment = { name: 'inscription.json', json: '{}' };
  const options = {
    issuedAtMs: Date.UTC(2026, 10, 9, 10, 30),
    author: 'Académie <fictive> & fils',
    attachment,
  };
  writeFileSync(path, await renderConfirmationPdf(layout, options));
  return path;
}

/** What a screen reader meets, a line each: the kind of thing, then its words. */
async function structureOf(path: string): Promise<string[]> {
  const { stdout } = await run('pdfinfo', ['-struct-text', path], { maxBuffer: 1e7 });
  return stdout.split('\n').map((line) => line.trim());
}

describe('a confirmation, for someone who listens to it', () => {
  test('has one title, then a heading for each step and each part of the back', async () => {
    const lines = await structureOf(await aFile());
    const headings = lines.flatMap((line, index) =>
      /^H[12] /.test(line) ? [`${line.slice(0, 2)} ${lines[index + 1]?.replaceAll('"', '')}`] : [],
    );
    expect([headings[0], headings.filter((heading) => heading.startsWith('H1')).length, headings]).toEqual([
      'H1 Confirmation d’inscription — session 2027',
      1,
      expect.arrayContaining(['H2 Identification', 'H2 Épreuves', 'H2 Pièces à joindre']),
    ]);
  });

  test('says each label, then its answer, in one item', async () => {
    const text = (await structureOf(await aFile())).join(' ');
    expect(text).toMatch(/LI \(block\) Lbl \(block\) "Nom de naissance" LBody \(block\) "EXEMPLE" LI/);
  });

  test('says an épreuve, its name and its state, in one row', async () => {
    const text = (await structureOf(await aFile())).join(' ');
    expect(text).toMatch(/TR TH: \/Scope \/Row "E3" TD "Économie-gestion" TD "Bénéfice 12\/20" TR/);
  });

  test('never runs two words into one where a line ends', async () => {
    const lines = await structureOf(await aFile(aLongConfirmation()));
    const glued = lines.filter(
      (line, index) => /\p{L}"$/u.test(line) && /^"\p{Ll}/u.test(lines[index + 1] ?? ''),
    );
    expect(glued).toEqual([]);
  });

  test('leaves codes, marks and what pages repeat out of what is said', async () => {
    const text = (await structureOf(await aFile())).join(' ');
    expect([text.match(/Témoin de couleur/g), text.match(/27 1 0421 000137 51/g)?.length]).toEqual([null, 1]);
  });
});

describe('a confirmation, for an archive', () => {
  test('says that it is a PDF/A-3A, with the same facts in its old and new metadata', async () => {
    const { stdout } = await run('pdfinfo', ['-meta', await aFile()]);
    expect(stdout).toMatch(/<pdfaid:part>3<\/pdfaid:part><pdfaid:conformance>A<\/pdfaid:conformance>/);
    expect(stdout).toContain('<rdf:li>Académie &lt;fictive&gt; &amp; fils</rdf:li>');
    expect(stdout).toContain('<xmp:CreateDate>2026-11-09T10:30:00Z</xmp:CreateDate>');
  });

  test('carries what its colours mean, an identity, and the registration as data of the document', async () => {
    const { stdout } = await run('qpdf', ['--json', await aFile()], { maxBuffer: 1e8 });
    const found = [
      '"/GTS_PDFA1"',
      '"/AFRelationship": "/Data"',
      '"/ID"',
      '"/Marked": true',
      '"/StructTreeRoot"',
    ];
    expect(found.filter((sign) => !stdout.includes(sign))).toEqual([]);
  });
});
