import { labelOf } from '#shared/fields/catalogue.ts';
import { stringifyAnswer } from '#shared/fields/stringify.ts';
import { groupRegistrationNumber } from '#shared/rules/registration-number.ts';
import { verdictSentence } from '#shared/sentences/verdict-sentences.ts';
import { dateAndHour } from '../portal/mail-words.ts';
import { html, type Html } from '../web/html.ts';
import { hiddenToken } from '../web/layout.ts';
import type { OpenConflict } from './conflict-queries.ts';
import { officePage, type Visitor } from './office-pages.ts';
import { mayAct } from './office-users.ts';
import { table } from './table.ts';

const STATUS_PATH = 'file.status';

export function conflictsPage(visitor: Visitor, conflicts: readonly OpenConflict[], said?: Html): Html {
  const mayDecide = mayAct(visitor.user, 'decider');
  return officePage(
    visitor,
    '/rectorat/desaccords',
    'Désaccords entre guichets',
    html`${said}
      <p>
        Deux guichets ont modifié le même dossier sans se voir. Ce que le serveur avait reste ; ce que l’autre
        guichet propose est gardé jusqu’à ce qu’une personne tranche, ici ou à l’un des guichets.
      </p>
      ${conflicts.length === 0 && html`<p><strong>Rien à trancher.</strong></p>`}
      ${conflicts.map((conflict) => card(conflict, mayDecide ? visitor.csrf : undefined))}`,
  );
}

function card(conflict: OpenConflict, csrf: string | undefined): Html {
  const { op, station, openedMs, reason, registrationNumber } = conflict;
  const name = [conflict.answers['identification.birthName'], conflict.answers['identification.givenNames']]
    .filter((word) => typeof word === 'string')
    .join(' ');
  return html`<section class="card">
    <h2>${name} · ${groupRegistrationNumber(registrationNumber)}</h2>
    <p>
      ${verdictSentence(reason)} Proposé par ${op.agent}, ${station} ; en attente depuis le
      ${dateAndHour(openedMs)}.
    </p>
    ${csrf === undefined ? proposed(conflict) : form(conflict, csrf)}
  </section>`;
}

function form(conflict: OpenConflict, csrf: string): Html {
  return html`<form method="post" action="/rectorat/desaccords/${conflict.op.opId}">
    ${hiddenToken(csrf)}${proposed(conflict, true)}
    <p class="quiet">Ce qui n’est pas coché reste tel qu’au dossier.</p>
    <button aria-label="Trancher pour ${groupRegistrationNumber(conflict.registrationNumber)}">
      Trancher
    </button>
  </form>`;
}

function proposed({ op, answers, paths, cancelled }: OpenConflict, hasChoices = false): Html {
  const isEnd = op.changes.some(({ path }) => path === STATUS_PATH);
  const fields = isEnd ? [] : op.changes.filter(({ path }) => !path.startsWith('file.'));
  if (isEnd) return html`<p>${hasChoices && box(STATUS_PATH, 'Mettre fin à la candidature', false)}</p>`;
  if (cancelled) return html`<p>La candidature a pris fin : elle ne change plus.</p>`;
  return table(
    'Réponses proposées',
    ['Rubrique', 'Au dossier', 'Proposé', ...(hasChoices ? ['Prendre'] : [])],
    fields.map(({ path, after }) => [
      labelOf(path),
      wordsOf(path, answers[path] ?? null),
      html`<strong>${wordsOf(path, after)}</strong>`,
      ...(hasChoices ? [box(path, `Prendre : ${labelOf(path)}`, !paths.includes(path))] : []),
    ]),
  );
}

function box(path: string, label: string, isChecked: boolean): Html {
  return html`<label
    ><input type="checkbox" name="take" value="${path}" ${isChecked && html`checked`} /> ${label}</label
  >`;
}

function wordsOf(path: string, value: unknown): string {
  return value === null ? '(vide)' : stringifyAnswer(path, value);
}
