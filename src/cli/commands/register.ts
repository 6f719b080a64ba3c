import { z } from 'zod';
import { answersSchema } from '#shared/contract/answers.ts';
import { GuichetError, type FieldProblem } from '#shared/errors.ts';
import { errorSentence } from '#shared/sentences/error-sentences.ts';
import { problemSentence } from '#shared/sentences/problem-sentences.ts';
import {
  EXIT,
  requiredPositional,
  type CliCommand,
  type CommandLine,
  type UnlockedCore,
} from '../command.ts';
import { exampleAnswers } from '../demo/example-answers.ts';
import { withStation } from '../open-core.ts';
import { readText } from './campaigns.ts';

interface LineResult {
  line: number;
  ok: boolean;
  [member: string]: unknown;
}

export const register: CliCommand = {
  name: 'register',
  summary: 'Inscrit des candidats : une inscription par ligne (NDJSON), une réponse JSON par ligne.',
  usage: 'register FICHIER|- [--check] | --example | --schema',
  help: [
    '  --check    juge sans enregistrer',
    '  --example  imprime une ligne d’exemple, pour la campagne d’entraînement',
    '  --schema   imprime le schéma JSON d’une inscription',
    '',
    '  Réponse : {line, ok:true, registrationNumber, candidateNumber, version}',
    '         ou {line, ok:false, errors:[{path, code, message}]}. Une ligne refusée n’arrête pas les autres.',
  ],
  options: { check: { type: 'boolean' }, example: { type: 'boolean' }, schema: { type: 'boolean' } },
  async run(line) {
    if (line.options['example'] === true) return printed(line, exampleAnswers());
    if (line.options['schema'] === true)
      return printed(line, z.toJSONSchema(answersSchema, { io: 'input', unrepresentable: 'any' }));
    const source = requiredPositional(line, 0, 'le fichier (ou -)');
    const content = source === '-' ? await line.io.readInput() : readText(line.io.resolve(source));
    return withStation(line, (station) => registerLines(line, station, content));
  },
};

async function registerLines(line: CommandLine, station: UnlockedCore, content: string) {
  let refused = 0;
  for (const [index, text] of content
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (text.trim() === '') continue;
    const result = await registerOne(station, text, index + 1, line.options['check'] === true);
    if (!result.ok) refused += 1;
    line.io.print(JSON.stringify(result));
  }
  return refused === 0 ? EXIT.done : EXIT.someRefused;
}

async function registerOne(
  station: UnlockedCore,
  text: string,
  line: number,
  checkOnly: boolean,
): Promise<LineResult> {
  const answers = parseObject(text);
  if (!answers) return { line, ok: false, errors: [described({ path: '', code: 'broken-line' })] };
  if (checkOnly) {
    const { problems, warnings } = await station.call('registrations.check', { answers });
    return problems.length === 0
      ? { line, ok: true, warnings }
      : { line, ok: false, errors: problems.map(described) };
  }
  try {
    return { line, ok: true, ...(await station.call('registrations.register', { answers })) };
  } catch (error) {
    if (!(error instanceof GuichetError)) throw error;
    const errors = error.fields.map(described);
    return {
      line,
      ok: false,
      errors: errors.length > 0 ? errors : [{ path: '', code: error.code, message: errorSentence(error) }],
    };
  }
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

function printed(line: CommandLine, value: unknown) {
  line.io.print(JSON.stringify(value));
  return EXIT.done;
}
