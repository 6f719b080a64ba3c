import type { Registration } from '#shared/contract/registrations.ts';
import { FIELD_CATALOGUE, STEPS } from '#shared/fields/catalogue.ts';
import { STATUS_LABELS, stringifyAnswer } from '#shared/fields/stringify.ts';
import { flattenAnswers } from '#shared/rules/answer-changes.ts';
import {
  formatVersion,
  groupCandidateNumber,
  groupRegistrationNumber,
} from '#shared/rules/registration-number.ts';
import { eventSentence } from '#shared/sentences/event-sentences.ts';
import { PIECE_STATE_LABELS } from '#shared/sentences/file-sentences.ts';
import { frenchLocal } from '#shared/sentences/french-dates.ts';
import { counted } from '#shared/sentences/counted.ts';
import { EXIT, requiredPositional, type CliCommand } from '../command.ts';
import { withStation } from '../open-core.ts';

export const show: CliCommand = {
  name: 'show',
  summary: 'Une inscription entière : réponses, état, version, pièces, historique.',
  usage: 'show NUMÉRO',
  help: [],
  options: {},
  run: (line) =>
    withStation(line, async ({ call }) => {
      const registration = await call('registrations.get', {
        number: requiredPositional(line, 0, 'le numéro d’inscription'),
      });
      line.io.print(line.json ? JSON.stringify(registration) : describe(registration));
      return EXIT.done;
    }),
};

function describe(registration: Registration): string {
  const values = flattenAnswers(registration.answers);
  const names = { specialty: () => registration.specialtyLabel, campaign: () => registration.campaignTitle };
  const fields = FIELD_CATALOGUE.filter((field) => values.has(field.path));
  return [
    `N° inscription ${groupRegistrationNumber(registration.registrationNumber)}   version ${formatVersion(registration.version)}   ${STATUS_LABELS[registration.status]}`,
    `N° candidat    ${groupCandidateNumber(registration.candidateNumber)}`,
    registration.returnDeadline
      ? `Retour de la confirmation avant le ${frenchLocal(registration.returnDeadline)}`
      : '',
    ...[1, 2, 3].flatMap((step) => [
      '',
      STEPS[step - 1] ?? '',
      ...fields
        .filter((field) => field.step === step)
        .map(
          (field) =>
            `  ${field.label.padEnd(28)} ${stringifyAnswer(field.path, values.get(field.path), names)}`,
        ),
    ]),
    '',
    'Épreuves',
    ...registration.examPapers.map((paper) => `  ${paper.code.padEnd(8)} ${paper.label} (${paper.state})`),
    '',
    'Pièces à fournir',
    ...registration.pieces.map(
      ({ label, reason, state }) => `  ${PIECE_STATE_LABELS[state].padEnd(12)} ${label} : ${reason}`,
    ),
    '',
    'Versions',
    ...registration.history.map(
      (version) =>
        `  ${formatVersion(version.version)}  ${new Date(version.savedAtMs).toISOString()}  ${version.agent}  ${counted(version.changes.length, 'rubrique')}`,
    ),
    ...(registration.events.length > 0 ? ['', 'Vie du dossier'] : []),
    ...registration.events.map(
      (event) => `  ${new Date(event.atMs).toISOString()}  ${event.agent}  ${eventSentence(event)}`,
    ),
  ].join('\n');
}
