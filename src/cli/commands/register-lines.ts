import { MOST_AT_ONCE } from '#shared/contract/registrations.ts';
import { GuichetError, type FieldProblem } from '#shared/errors.ts';
import { errorSentence } from '#shared/sentences/error-sentences.ts';
import { problemSentence } from '#shared/sentences/problem-sentences.ts';
import { fromWireError } from '#shared/wire/envelope.ts';
import type { UnlockedCore } from '../command.ts';

/** What is answered for one line of the file. */
export interface LineResult {
  line: number;
  ok: boolean;
  [member: string]: unknown;
}

interface NumberedLine {
  line: number;
  text: string;
}

/**
 * Judges or registers lines in groups, as many as have come, at most `MOST_AT_ONCE`: a line typed by hand is answered at once, a file
 * waits for the disk once a group. A result is given only when what it says is durable.
 */
export async function* registerLines(
  station: UnlockedCore,
  texts: AsyncIterable<string[]>,
  { checkOnly }: { checkOnly: boolean },
): AsyncGenerator<LineResult> {
  let line = 0;
  for await (const arrived of texts) {
    const numbered = arrived.map((text) => ({ line: ++line, text })).filter(({ text }) => text.trim() !== '');
    for (let start = 0; start < numbered.length; start += MOST_AT_ONCE) {
      const group = numbered.slice(start, start + MOST_AT_ONCE);
      yield* checkOnly ? await checkGroup(station, group) : await registerGroup(station, group);
    }
  }
}

async function registerGroup(station: UnlockedCore, group: readonly NumberedLine[]): Promise<LineResult[]> {
  const read = group.map(({ line, text }) => ({ line, answers: parseObject(text) }));
  const answers = read.flatMap((one) => (one.answers ? [one.answers] : []));
  const saved = answers.length > 0 ? await savedOf(station, answers) : [];
  return read.map(({ line, answers }) => {
    const result = answers && saved.shift();
    if (!result) return brokenLine(line);
    return result.ok ? { line, ok: true, ...result.value } : refusedLine(line, fromWireError(result.error));
  });
}

/** A base that cannot be written refuses each of them: none is half there. */
async function savedOf(station: UnlockedCore, answers: unknown[]) {
  try {
    return await station.call('registrations.registerMany', { answers });
  } catch (error) {
    if (!(error instanceof GuichetError)) throw error;
    const { code, detail } = error;
    return answers.map(() => ({ ok: false as const, error: { code, detail: { ...detail } } }));
  }
}

async function checkGroup(station: UnlockedCore, group: readonly NumberedLine[]): Promise<LineResult[]> {
  const results: LineResult[] = [];
  for (const { line, text } of group) {
    const answers = parseObject(text);
    if (!answers) {
      results.push(brokenLine(line));
      continue;
    }
    const { problems, warnings } = await station.call('registrations.check', { answers });
    const errors = problems.map(described);
    results.push(errors.length === 0 ? { line, ok: true, warnings } : { line, ok: false, errors });
  }
  return results;
}

function brokenLine(line: number): LineResult {
  return { line, ok: false, errors: [described({ path: '', code: 'broken-line' })] };
}

function refusedLine(line: number, error: GuichetError): LineResult {
  const errors = error.fields.map(described);
  const whole = { path: '', code: error.code, message: errorSentence(error) };
  return { line, ok: false, errors: errors.length > 0 ? errors : [whole] };
}

export function described(problem: FieldProblem) {
  return { path: problem.path, code: problem.code, message: problemSentence(problem) };
}

export function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
