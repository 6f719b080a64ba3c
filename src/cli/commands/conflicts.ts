import type { Conflict } from '#shared/contract/conflicts.ts';
import { labelOf } from '#shared/fields/catalogue.ts';
import { stringifyAnswer } from '#shared/fields/stringify.ts';
import { groupRegistrationNumber } from '#shared/rules/registration-number.ts';
import { verdictSentence } from '#shared/sentences/verdict-sentences.ts';
import { EXIT, requiredOption, requiredPositional, UsageError, type CliCommand } from '../command.ts';
import { withStation } from '../open-core.ts';

export const conflicts: CliCommand = {
  name: 'conflicts',
  summary: 'Ce que deux guichets ont modifié sans se voir : la liste, ou la décision d’une personne.',
  usage: 'conflicts list | resolve ID --reason MOTIF [--accept RUBRIQUE]…',
  help: [
    '  list      les propositions à trancher, chacune avec son identifiant et ses rubriques',
    '  resolve   tranche ; ce qui n’est pas accepté reste tel qu’au dossier',
    '  --accept  une rubrique de la proposition, à répéter ; « file.status » accepte la fin de la candidature',
  ],
  options: { reason: { type: 'string' }, accept: { type: 'string', multiple: true } },
  run: (line) =>
    withStation(line, async ({ call }) => {
      const act = requiredPositional(line, 0, '« list » ou « resolve »');
      if (act === 'list') {
        const waiting = await call('conflicts.list', {});
        line.io.print(line.json ? JSON.stringify(waiting) : inWords(waiting));
        return EXIT.done;
      }
      if (act !== 'resolve') throw new UsageError('Dites « list » ou « resolve ».');
      const id = requiredPositional(line, 1, 'l’identifiant de la proposition');
      const accept = [line.options['accept'] ?? []].flat().map(String);
      const numbers = await call('conflicts.resolve', { id, accept, reason: requiredOption(line, 'reason') });
      line.io.print(
        line.json
          ? JSON.stringify(numbers)
          : `Tranché : ${groupRegistrationNumber(numbers.registrationNumber)}, version ${numbers.version}.`,
      );
      return EXIT.done;
    }),
};

function inWords(waiting: readonly Conflict[]): string {
  if (waiting.length === 0) return 'Rien à trancher.';
  return waiting.map(conflictInWords).join('\n\n');
}

function conflictInWords({ id, registration, reason, agent, station, proposes, fields }: Conflict): string {
  const { registrationNumber, birthName, givenNames } = registration;
  const words = (path: string, value: unknown) => (value === null ? '(vide)' : stringifyAnswer(path, value));
  return [
    `${id}  ${groupRegistrationNumber(registrationNumber)} ${birthName} ${givenNames}`,
    `  ${verdictSentence(reason)} Proposé par ${agent}, ${station}.`,
    ...(proposes === 'end' ? ['  file.status : fin de la candidature'] : []),
    ...fields.map(
      ({ path, current, proposed }) =>
        `  ${path} (${labelOf(path)}) : ${words(path, current)} → ${words(path, proposed)}`,
    ),
  ].join('\n');
}
