import { spawn } from 'node:child_process';
import { GuichetError } from '#shared/errors.ts';

/** A page as a perfect printer would print it: sRGB, three bytes a pixel. */
export interface RenderedPage {
  dpi: number;
  widthPx: number;
  heightPx: number;
  rgb: Uint8Array;
}

/** Pages already drawn, for as long as somebody holds the PDF: the same sheet is often returned in many ways. */
const drawn = new WeakMap<Uint8Array, Map<string, Promise<RenderedPage>>>();

/**
 * Draws one page (from 1) of a PDF with poppler's `pdftoppm`, an implementation that shares nothing with the reader's.
 * Throws `file-unsupported` where poppler is not installed, `file-unreadable` when it refuses the PDF.
 */
export function rasterisePdf(pdf: Uint8Array, page: number, dpi: number): Promise<RenderedPage> {
  const pages = drawn.get(pdf) ?? new Map<string, Promise<RenderedPage>>();
  drawn.set(pdf, pages);
  const key = `${page}/${dpi}`;
  const rendered = pages.get(key) ?? drawPage(pdf, page, dpi);
  pages.set(key, rendered);
  return rendered;
}

async function drawPage(pdf: Uint8Array, page: number, dpi: number): Promise<RenderedPage> {
  const range = ['-f', String(page), '-l', String(page)];
  const portableMap = await runPoppler(['-r', String(dpi), ...range, '-'], pdf);
  return { dpi, ...parsePortablePixmap(portableMap) };
}

function runPoppler(args: string[], input: Uint8Array): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const poppler = spawn('pdftoppm', args, { stdio: ['pipe', 'pipe', 'pipe'] });
    const output: Buffer[] = [];
    const complaints: Buffer[] = [];
    poppler.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    poppler.stderr.on('data', (chunk: Buffer) => complaints.push(chunk));
    poppler.on('error', (cause) => reject(missingPoppler(cause)));
    poppler.on('close', (code) => {
      const bytes = Buffer.concat(output);
      if (code === 0 && bytes.length > 0) resolve(bytes);
      else reject(refusedPdf(Buffer.concat(complaints).toString('utf8')));
    });
    // A process that ends early closes its input; its exit code tells the story better than the broken pipe.
    poppler.stdin.on('error', () => undefined);
    poppler.stdin.end(input);
  });
}

function missingPoppler(cause: Error): GuichetError {
  const sentence =
    'Le programme « pdftoppm » (paquet poppler-utils) est nécessaire pour simuler un retour papier.';
  return new GuichetError('file-unsupported', { detail: { program: 'pdftoppm', sentence }, cause });
}

function refusedPdf(complaint: string): GuichetError {
  return new GuichetError('file-unreadable', {
    detail: { program: 'pdftoppm', complaint: complaint.trim() },
  });
}

/** `P6 width height 255`, one white space, then the pixels. */
function parsePortablePixmap(bytes: Buffer): Pick<RenderedPage, 'widthPx' | 'heightPx' | 'rgb'> {
  const header = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 64).toString('latin1'));
  if (!header) throw refusedPdf('image illisible');
  const widthPx = Number(header[1]);
  const heightPx = Number(header[2]);
  const start = header[0].length;
  return { widthPx, heightPx, rgb: bytes.subarray(start, start + widthPx * heightPx * 3) };
}
