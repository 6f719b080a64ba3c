import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { assertNever } from '#shared/assert-never.ts';
import type { Cell, ExportColumn } from './export-column.ts';
import type { ListWriter } from './list-writer.ts';
import { FIXED_PARTS, SHEET_BEGIN, SHEET_END, SHEET_PATH, STYLE } from './xlsx-parts.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Day 0 of a spreadsheet. It believes that 1900 was a leap year, which is right again from 1 March 1900. */
const EPOCH_MS = Date.UTC(1899, 11, 30);
const FIRST_SURE_DAY = '1900-03-01';

/**
 * One sheet (ECMA-376), deflated as its rows come. The libraries that write spreadsheets hold every cell in memory until the end (150 MB
 * and 5 s for 10,000 files, measured), so only the container is one's work: fflate's.
 */
export function createXlsxWriter(columns: readonly ExportColumn[]): ListWriter {
  const encoder = new TextEncoder();
  let pieces: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    pieces.push(piece);
  });
  const sheet = new ZipDeflate(SHEET_PATH, { level: 6 });
  let rowCount = 0;
  const rowXml = (cells: readonly string[]) => `<row r="${(rowCount += 1)}">${cells.join('')}</row>`;
  const taken = () => {
    const bytes = joined(pieces);
    pieces = [];
    return bytes;
  };
  return {
    begin() {
      for (const [path, xml] of FIXED_PARTS) {
        const part = new ZipPassThrough(path);
        zip.add(part);
        part.push(encoder.encode(xml), true);
      }
      zip.add(sheet);
      const titles = columns.map(({ title }) => textXml(title, STYLE.title));
      sheet.push(encoder.encode(SHEET_BEGIN + rowXml(titles)));
      return taken();
    },
    rows(rows) {
      const xml = rows.map((row) => rowXml(columns.map((column) => cellXml(column.cell(row))))).join('');
      sheet.push(encoder.encode(xml));
      return taken();
    },
    end() {
      sheet.push(encoder.encode(SHEET_END), true);
      zip.end();
      return taken();
    },
  };
}

function cellXml(cell: Cell): string {
  switch (cell.kind) {
    case 'text':
      return textXml(cell.text, STYLE.plain);
    case 'number':
      return `<c><v>${cell.value}</v></c>`;
    case 'date':
      return cell.date < FIRST_SURE_DAY
        ? textXml(cell.date, STYLE.plain)
        : dayXml(`${cell.date}T00:00:00Z`, STYLE.date);
    case 'moment':
      return dayXml(`${cell.local}:00Z`, STYLE.moment);
    default:
      return assertNever(cell);
  }
}

/** As text, whatever it begins with: an inline string is never a formula. */
function textXml(text: string, style: number): string {
  if (text === '') return '<c/>';
  return `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

function dayXml(iso: string, style: number): string {
  return `<c s="${style}"><v>${(Date.parse(iso) - EPOCH_MS) / DAY_MS}</v></c>`;
}

/** Characters that XML 1.0 forbids cannot come from answers; reasons typed long ago are not trusted for it. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((size, piece) => size + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
