import type { Registration } from '#shared/contract/registrations.ts';
import { FIELD_CATALOGUE, labelOf } from '#shared/fields/catalogue.ts';
import { ACHIEVEMENT_LABELS, EXAM_LABELS, STATUS_LABELS, stringifyAnswer } from '#shared/fields/stringify.ts';
import { flattenAnswers } from '#shared/rules/answer-changes.ts';
import { localMinute } from '#shared/rules/local-time.ts';
import { formatVersion, groupRegistrationNumber } from '#shared/rules/registration-number.ts';
import { eventSentence } from '#shared/sentences/event-sentences.ts';
import { PIECE_STATE_LABELS } from '#shared/sentences/file-sentences.ts';
import { frenchLocal } from '#shared/sentences/french-dates.ts';
import { escapeHtml, htmlTable } from './html.ts';
import type { PersonRegistration } from './person-data.ts';

const EXAM_PAPER_WORDS: Record<Registration['examPapers'][number]['state'], string> = {
  toSit: 'À passer',
  exempt: 'Dispense',
  kept: 'Bénéfice de note',
  carried: 'Report de note',
};

/** Answers that have a table of their own. */
const TOLD_APART = /^(achievements|examPapers)/;

/** One registration as the person answered it, then what was done with it. */
export function registrationPart(
  { registration, keptUntil, holdReason, documents }: PersonRegistration,
  timeZone: string,
): string {
  const moment = (atMs: number) => frenchLocal(localMinute(atMs, timeZone));
  const { registrationNumber, version, status, answers, specialtyLabel, examYear } = registration;
  return `<h2>Inscription ${groupRegistrationNumber(registrationNumber)}</h2>
<p>${escapeHtml(`${EXAM_LABELS[answers.candidature.exam]}, ${specialtyLabel}, session ${examYear}`)}. État : ${STATUS_LABELS[status]}, version ${formatVersion(version)}.</p>
<p>Conservée jusqu’au ${frenchLocal(keptUntil)}${holdReason === null ? '' : `, et au-delà pour un litige : ${escapeHtml(holdReason)}`}.</p>
<h3>Vos réponses</h3>
${answersList(registration)}
<h3>Acquis et épreuves</h3>
${achievementsTable(registration)}
${examPapersTable(registration)}
<h3>Pièces justificatives</h3>
${htmlTable(
  ['Pièce', 'Pourquoi', 'État'],
  registration.pieces.map((piece) =>
    [piece.label, piece.reason, PIECE_STATE_LABELS[piece.state]].map(escapeHtml),
  ),
)}
<h3>Versions</h3>
${versionsTable(registration, moment)}
<h3>Événements</h3>
${htmlTable(
  ['Quand', 'Quoi', 'Par'],
  registration.events.map((event) => [
    moment(event.atMs),
    escapeHtml(eventSentence(event)),
    escapeHtml(event.agent),
  ]),
)}
<h3>Documents</h3>
${htmlTable(
  ['Document', 'Nature', 'Conservé depuis'],
  documents.map(({ path, label, storedAtMs }) => [
    `<a href="${escapeHtml(path)}">${escapeHtml(path.split('/').at(-1) ?? path)}</a>`,
    escapeHtml(label),
    moment(storedAtMs),
  ]),
)}`;
}

function answersList({ answers, specialtyLabel, campaignTitle }: Registration): string {
  const values = flattenAnswers(answers);
  const names = { specialty: () => specialtyLabel, campaign: () => campaignTitle };
  const said = FIELD_CATALOGUE.filter((field) => values.has(field.path)).map(({ path, label }) => [
    label,
    stringifyAnswer(path, values.get(path), names),
  ]);
  const inCatalogue = new Set(FIELD_CATALOGUE.map(({ path }) => path));
  const others = [...values]
    .filter(([path]) => !inCatalogue.has(path) && !TOLD_APART.test(path))
    .map(([path, value]) => [labelOf(path), stringifyAnswer(path, value)]);
  const items = [...said, ...others].map(
    ([label = '', value = '']) => `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd>`,
  );
  return `<dl>${items.join('')}</dl>`;
}

function changesText(changes: Registration['history'][number]['changes']): string {
  return changes
    .map(
      ({ path, before, after }) =>
        `${labelOf(path)} : « ${stringifyAnswer(path, before)} » devient « ${stringifyAnswer(path, after)} »`,
    )
    .join(' ; ');
}

function achievementsTable({ answers }: Registration): string {
  if (answers.achievements.length === 0) return '<p>Aucun acquis.</p>';
  return htmlTable(
    ['Acquis', 'Diplôme', 'Année'],
    answers.achievements.map(({ type, diploma, year }) =>
      [ACHIEVEMENT_LABELS[type], diploma ?? '', String(year)].map(escapeHtml),
    ),
  );
}

function examPapersTable({ examPapers }: Registration): string {
  return htmlTable(
    ['Épreuve', 'Langue', 'État'],
    examPapers.map(({ code, label, language, state, mark }) =>
      [
        `${code} ${label}`,
        language ?? '',
        mark === undefined ? EXAM_PAPER_WORDS[state] : `${EXAM_PAPER_WORDS[state]} (${mark}/20)`,
      ].map(escapeHtml),
    ),
  );
}

function versionsTable({ history }: Registration, moment: (atMs: number) => string): string {
  return htmlTable(
    ['Version', 'Enregistrée', 'Par', 'Rubriques changées'],
    history.map(({ version, savedAtMs, agent, changes }) => [
      formatVersion(version),
      moment(savedAtMs),
      escapeHtml(agent),
      version === 1 ? 'toutes' : escapeHtml(changesText(changes)),
    ]),
  );
}
