import { draftAnswersSchema } from '#shared/contract/answers.ts';
import type { Draft } from '#shared/contract/drafts.ts';
import { GuichetError } from '#shared/errors.ts';
import { jsonOf, numberOf, numberOrNullOf, textOf, textOrNullOf } from '#main/database/columns.ts';
import { opened } from '#main/database/sealed-columns.ts';
import type { Row, WritableDatabase } from '#main/database/types.ts';
import type { Handlers } from '#main/context.ts';
import { newId } from '#main/new-id.ts';

type DraftCommands = 'drafts.save' | 'drafts.list' | 'drafts.get' | 'drafts.discard';

export const draftHandlers: Handlers<DraftCommands> = {
  'drafts.save': (input, { database, agent, clock, emit }) => {
    const {
      id = newId(),
      answers,
      step,
      registrationNumber = null,
      onVersion = null,
      candidate = null,
    } = input;
    database.run(
      `INSERT INTO draft (id, answers, step, label, registration_number, base_version, candidate, agent_id, saved_at_ms)
       VALUES (?, sealed(?, ?), ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET answers = excluded.answers, step = excluded.step, label = excluded.label,
         registration_number = excluded.registration_number, base_version = excluded.base_version,
         candidate = excluded.candidate, agent_id = excluded.agent_id, saved_at_ms = excluded.saved_at_ms`,
      id,
      JSON.stringify(answers),
      id,
      step,
      labelOf(answers),
      registrationNumber,
      onVersion,
      candidate,
      agent.id,
      clock.nowMs(),
    );
    emit('drafts.changed', {});
    return { id };
  },
  'drafts.list': (_input, { database }) =>
    database.all(`SELECT *, ${opened('draft')} FROM draft ORDER BY saved_at_ms DESC`).map(toDraft),
  'drafts.get': ({ id }, { database }) => {
    const row = database.get(`SELECT *, ${opened('draft')} FROM draft WHERE id = ?`, id);
    if (!row) throw new GuichetError('unknown-draft');
    return toDraft(row);
  },
  'drafts.discard': ({ id }, { database, emit }) => {
    discardDraft(database, id);
    emit('drafts.changed', {});
    return {};
  },
};

/** Forgets a draft; one that is already gone is no failure. */
export function discardDraft(database: WritableDatabase, id: string): void {
  database.run('DELETE FROM draft WHERE id = ?', id);
}

function toDraft(row: Row): Draft {
  return {
    id: textOf(row, 'id'),
    answers: jsonOf(row, 'answers', draftAnswersSchema),
    step: numberOf(row, 'step'),
    label: textOf(row, 'label'),
    registrationNumber: textOrNullOf(row, 'registration_number'),
    onVersion: numberOrNullOf(row, 'base_version'),
    candidate: textOrNullOf(row, 'candidate'),
    savedAtMs: numberOf(row, 'saved_at_ms'),
  };
}

/** The name typed so far, whatever state the rest is in. */
function labelOf(answers: Draft['answers']): string {
  const person = answers['identification'];
  if (person === null || typeof person !== 'object') return '';
  const { birthName, givenNames } = person as Record<string, unknown>;
  return [birthName, givenNames]
    .filter((part) => typeof part === 'string')
    .join(' ')
    .slice(0, 160);
}
