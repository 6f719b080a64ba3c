import { EXAMS, type Exam } from '#shared/contract/answers.ts';
import type { Campaign } from '#shared/contract/campaign.ts';
import { EXAM_SHORT_LABELS } from '#shared/fields/stringify.ts';
import type { CampaignFault } from '#shared/rules/campaign-schema-faults.ts';
import { windowAt } from '#shared/rules/campaign-windows.ts';
import { numberOf } from '#main/database/columns.ts';
import type { ReadableDatabase } from '#main/database/types.ts';

/**
 * What a new content would take from registrations that were made under the former one: the session that is in their numbers, or
 * the window from which their closing and their return deadline follow.
 */
export function lossesOf(database: ReadableDatabase, former: Campaign, next: Campaign): CampaignFault[] {
  const lost = EXAMS.flatMap((exam) => {
    const count = registeredAt(database, former.id, exam).filter(
      (atMs) => windowAt(former, exam, atMs) && !windowAt(next, exam, atMs),
    ).length;
    return count === 0 ? [] : [windowFault(exam, count)];
  });
  return [...sessionFault(database, former, next), ...lost];
}

function windowFault(exam: Exam, count: number): CampaignFault {
  const message =
    count === 1
      ? `Une inscription (${EXAM_SHORT_LABELS[exam]}) déjà faite ne serait plus dans aucune période de cet examen.`
      : `${count} inscriptions (${EXAM_SHORT_LABELS[exam]}) déjà faites ne seraient plus dans aucune période de cet examen.`;
  return { path: 'windows', message };
}

function sessionFault(database: ReadableDatabase, former: Campaign, next: Campaign): CampaignFault[] {
  if (former.session === next.session) return [];
  const row = database.get('SELECT count(*) AS n FROM registration WHERE campaign_id = ?', former.id) ?? {};
  if (numberOf(row, 'n') === 0) return [];
  const message = `Des inscriptions portent déjà la session ${former.session ?? 'non datée'} dans leur numéro ; elle ne peut plus changer.`;
  return [{ path: 'session', message }];
}

function registeredAt(database: ReadableDatabase, campaignId: string, exam: Exam): number[] {
  return database
    .all('SELECT created_at_ms FROM registration WHERE campaign_id = ? AND exam = ?', campaignId, exam)
    .map((row) => numberOf(row, 'created_at_ms'));
}
