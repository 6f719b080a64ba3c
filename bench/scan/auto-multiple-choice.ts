import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';

/**
 * The peer that reads pages of its own kind: auto-multiple-choice (Debian), which finds its four corner marks, straightens the page
 * and measures how dark each box is. It knows no colour, no pen and no handwriting.
 */

const PEER = 'auto-multiple-choice';
const QUESTIONS_PER_PAGE = 15;
const ANSWERS = 4;
const DPI = 300;

export type PeerSpeed = { pagesPerSecond: number; pages: number } | { absent: string };

/** So many pages with as many boxes as a confirmation has answers, scanned at 300 dpi in colour, read on two processes. */
export async function peerSpeed(pages: number): Promise<PeerSpeed> {
  for (const program of [PEER, 'pdflatex', 'pdftoppm'])
    if (spawnSync('which', [program]).status !== 0)
      return { absent: `${program} is not installed (Debian package auto-multiple-choice)` };
  const folder = mkdtempSync(join(tmpdir(), 'guichet-peer-'));
  try {
    const scans = await makeScans(folder, pages);
    const startedAt = performance.now();
    const read = await analyse(folder, scans);
    const seconds = (performance.now() - startedAt) / 1000;
    if (read !== pages) return { absent: `${PEER} read ${read} of ${pages} pages` };
    return { pagesPerSecond: pages / seconds, pages };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function makeScans(folder: string, pages: number): Promise<string[]> {
  for (const name of ['data', 'cr', 'print', 'scans']) mkdirSync(join(folder, name));
  writeFileSync(join(folder, 'source.tex'), source(pages));
  const data = ['--data', join(folder, 'data')];
  run(folder, PEER, [
    ...['prepare', '--mode', 's', '--filter', 'latex', '--prefix', `${folder}/`, ...data],
    ...['--n-copies', String(pages), 'source.tex', '--out-sujet', 'sheets.pdf', '--out-corrige', 'key.pdf'],
    ...['--out-calage', 'places.xy'],
  ]);
  run(folder, PEER, ['meptex', '--src', 'places.xy', ...data]);
  run(folder, 'pdftoppm', ['-png', '-r', String(DPI), 'sheets.pdf', 'print/page']);
  const printed = readdirSync(join(folder, 'print')).sort();
  return Promise.all(printed.map((name, index) => scan(folder, name, index)));
}

/** A little askew, as a feeder leaves it. */
async function scan(folder: string, name: string, index: number): Promise<string> {
  const file = join(folder, 'scans', name.replace('.png', '.jpg'));
  await sharp(join(folder, 'print', name))
    .rotate(((index % 7) - 3) / 6, { background: '#fff' })
    .jpeg({ quality: 85 })
    .toFile(file);
  return file;
}

function source(copies: number): string {
  const answers = Array.from({ length: ANSWERS }, (_, answer) =>
    answer === 0 ? '\\correctchoice{A}' : '\\wrongchoice{B}',
  ).join('');
  const questions = Array.from(
    { length: QUESTIONS_PER_PAGE },
    (_, at) =>
      `\\begin{question}{q${at}} ${at}\\begin{choiceshoriz}${answers}\\end{choiceshoriz}\\end{question}`,
  ).join('\n');
  return `\\documentclass[a4paper]{article}
\\usepackage[box,lang=FR]{automultiplechoice}
\\begin{document}
\\onecopy{${copies}}{
\\namefield{\\fbox{Nom}}

${questions}
\\clearpage
}
\\end{document}
`;
}

function run(folder: string, program: string, args: string[]): void {
  execFileSync(program, args, { cwd: folder, stdio: ['ignore', 'ignore', 'ignore'] });
}

/** Pages that it says it found. */
function analyse(folder: string, scans: string[]): Promise<number> {
  const child = spawn(
    PEER,
    [
      ...['analyse', '--projet', folder, '--data', join(folder, 'data'), '--cr', join(folder, 'cr')],
      ...['--n-procs', '2', ...scans],
    ],
    { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] },
  );
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => resolve(said.match(/^Page : /gm)?.length ?? 0));
  });
}
