import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { ConfirmationContent } from '#shared/sheet/confirmation-content.ts';
import { layoutConfirmation } from '#shared/sheet/layout-confirmation.ts';
import type { SheetLayout, SheetPage } from '#shared/sheet/layout.ts';
import {
  aConfirmation,
  aLongConfirmation,
  aShortConfirmation,
} from '../../../../tests/builders/confirmation-content.ts';
import { sealSheetCode } from '../sheet-seal.ts';
import { createMeasure, renderConfirmationPdf } from './index.ts';

const run = promisify(execFile);
const KEY = new Uint8Array(32).fill(7);
const ISSUED_AT_MS = Date.UTC(2026, 10, 9, 10, 30);
const REGISTRATION = { name: 'inscription.json', json: '{"birthName":"EXEMPLE"}' };
const measure = createMeasure();

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'confirmation-'));
  const wasm = readFileSync(fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')));
  const wasmBinary = wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength);
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const layoutOf = (content: ConfirmationContent) =>
  layoutConfirmation(content, measure, (body) => sealSheetCode(KEY, body));

function render(layout: SheetLayout): Promise<Uint8Array> {
  return renderConfirmationPdf(layout, {
    issuedAtMs: ISSUED_AT_MS,
    author: 'Académie fictive',
    attachment: REGISTRATION,
  });
}

async function renderToFile(name: string, content: ConfirmationContent): Promise<string> {
  const path = join(folder, `${name}.pdf`);
  writeFileSync(path, await render(layoutOf(content)));
  return path;
}

async function textOf(path: string): Promise<string> {
  return (await run('pdftotext', ['-raw', path, '-'])).stdout;
}

/** Letters and figures only: pdftotext drops a hyphen that ends a line. */
const letters = (text: string) => text.replace(/[^\p{L}\p{N}@]/gu, '');

describe.each([
  ['short', aShortConfirmation],
  ['ordinary', aConfirmation],
  ['long', aLongConfirmation],
] as const)('the PDF of a confirmation, %s', (name, build) => {
  test('is sound for qpdf', async () => {
    const { stdout } = await run('qpdf', ['--check', await renderToFile(name, build())]);
    expect(stdout).toContain('No syntax or stream encoding errors found');
  });

  test('says every label, then its value, in reading order', async () => {
    const content = build();
    const text = letters(await textOf(await renderToFile(name, content)));
    const fields = layoutOf(content).pages.flatMap((page) => page.fields);
    let place = 0;
    const outOfOrder = fields.filter(({ label, value }) => {
      const found = text.indexOf(letters(label + value), place);
      place = Math.max(place, found);
      return found < 0;
    });
    expect(outOfOrder).toEqual([]);
  });

  test('shows codes that all read at 150 dpi', async () => {
    const content = build();
    const path = await renderToFile(name, content);
    const { pages } = layoutOf(content);
    const read = [];
    for (const page of pages.keys()) read.push(await codesOnPage(path, page + 1, 150));
    expect(read).toEqual(pages.map(payloadsOf));
  });
});

const payloadsOf = (page: SheetPage | undefined) =>
  (page?.items ?? []).flatMap((item) => (item.kind === 'code' ? [item.payload] : []));

async function codesOnPage(path: string, page: number, dpi: number): Promise<string[]> {
  const image = join(folder, `page-${page}`);
  await run('pdftoppm', [
    '-r',
    String(dpi),
    '-f',
    String(page),
    '-l',
    String(page),
    '-png',
    '-singlefile',
    path,
    image,
  ]);
  const found = await readBarcodes(readFileSync(`${image}.png`), { formats: ['QRCode'], tryHarder: true });
  return found.map((code) => code.text);
}

describe('the file', () => {
  test('is the same, byte for byte, for the same sheet', async () => {
    const layout = layoutOf(aConfirmation());
    expect(Buffer.from(await render(layout)).equals(Buffer.from(await render(layout)))).toBe(true);
  });

  test('keeps its text when many are made at once', async () => {
    const names = Array.from({ length: 12 }, (_, index) => `Mme TÉMOIN${index} Zoé-Ÿvonne Nguyễn`);
    const files = await Promise.all(
      names.map((candidateName, index) =>
        renderToFile(`many-${index}`, aShortConfirmation({ candidateName })),
      ),
    );
    const texts = await Promise.all(files.map(textOf));
    expect(texts.map((text, index) => text.includes(names[index] ?? '?'))).toEqual(names.map(() => true));
  });

  test('names itself, its author, its language and its date', async () => {
    const { stdout } = await run('pdfinfo', [
      '-isodates',
      await renderToFile('described', aShortConfirmation()),
    ]);
    const said: unknown = Object.fromEntries(stdout.split('\n').map((line) => line.split(/:\s+/, 2)));
    expect(said).toMatchObject({
      Title: 'Confirmation d’inscription — session 2027 — Mme EXEMPLE Camille Zoé Inès',
      Author: 'Académie fictive',
      CreationDate: '2026-11-09T10:30:00Z',
      Pages: '2',
      'Page size': '595.276 x 841.89 pts (A4)',
    });
    const { stdout: qdf } = await run(
      'qpdf',
      ['--qdf', '--no-original-object-ids', join(folder, 'described.pdf'), '-'],
      {
        maxBuffer: 1e7,
        encoding: 'latin1',
      },
    );
    expect(qdf).toMatch(/\/Lang \(fr-FR\)/);
  });

  test('asks to be printed on both sides and at its own size', async () => {
    const { stdout } = await run('qpdf', ['--json', await renderToFile('duplex', aShortConfirmation())], {
      maxBuffer: 1e7,
    });
    expect(stdout).toMatch(/"\/Duplex": "\/DuplexFlipLongEdge"/);
    expect(stdout).toMatch(/"\/PrintScaling": "\/None"/);
  });

  test('carries the registration', async () => {
    const path = await renderToFile('attached', aShortConfirmation());
    const { stdout } = await run('qpdf', [`--show-attachment=${REGISTRATION.name}`, path]);
    expect(stdout).toBe(REGISTRATION.json);
  });

  test('embeds every font it uses', async () => {
    const path = await renderToFile('fonts', aShortConfirmation({ candidateName: 'Mme Nguyễn' }));
    const { stdout } = await run('pdffonts', [path]);
    const fonts = stdout.trimEnd().split('\n').slice(2);
    expect(fonts.map((line) => [line.split(' ')[0], / yes (no|yes) +yes /.test(line)])).toEqual([
      ['AtkinsonHyperlegible-Bold', true],
      ['AtkinsonHyperlegible-Regular', true],
      ['NotoSans-Bold', true],
    ]);
  });

  test('prints writing, marks and codes in pure black', async () => {
    const path = await renderToFile('black', aShortConfirmation());
    const image = join(folder, 'black');
    await run('pdftoppm', ['-r', '300', '-f', '1', '-l', '1', '-png', '-singlefile', path, image]);
    const [mark] = layoutOf(aShortConfirmation()).pages[0]?.marks ?? [];
    const px = (mm: number) => Math.round((mm / 25.4) * 300);
    const region = { left: px(mark?.x ?? 0) - 10, top: px(mark?.y ?? 0) - 10, width: 20, height: 20 };
    const pixels = await sharp(`${image}.png`).extract(region).removeAlpha().raw().toBuffer();
    expect(Math.max(...pixels)).toBe(0);
  });

  test('shows codes that all read at 300 dpi, the resolution of the office scanners', async () => {
    const path = await renderToFile('fine', aShortConfirmation());
    expect(await codesOnPage(path, 1, 300)).toEqual(payloadsOf(layoutOf(aShortConfirmation()).pages[0]));
  });
});
