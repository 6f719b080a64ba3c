import { createReadStream, fstatSync, openSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { answersSchema } from '#shared/contract/answers.ts';
import { GuichetError } from '#shared/errors.ts';
import { arrivingLines } from '../arriving-lines.ts';
import { EXIT, requiredPositional, type CliCommand, type CommandLine } from '../command.ts';
import { exampleAnswers } from '../demo/example-answers.ts';
import { withStation } from '../open-core.ts';
import { registerLines } from './register-lines.ts';

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
    const lines = arrivingLines(openSource(line, requiredPositional(line, 0, 'le fichier (ou -)')));
    return withStation(line, async (station) => {
      let refused = 0;
      const checkOnly = line.options['check'] === true;
      for await (const result of registerLines(station, lines, { checkOnly })) {
        if (!result.ok) refused += 1;
        line.io.print(JSON.stringify(result));
      }
      return refused === 0 ? EXIT.done : EXIT.someRefused;
    });
  },
};

function openSource({ io }: CommandLine, source: string): Readable {
  return source === '-' ? io.input() : openFile(io.resolve(source));
}

/** Throws `file-unreadable`. */
function openFile(path: string): Readable {
  try {
    const fd = openSync(path, 'r');
    if (fstatSync(fd).isDirectory()) throw new Error('a folder');
    return createReadStream(path, { fd });
  } catch (cause) {
    throw new GuichetError('file-unreadable', { detail: { cause: path }, cause });
  }
}

function printed(line: CommandLine, value: unknown) {
  line.io.print(JSON.stringify(value));
  return EXIT.done;
}
