import type { Campaign, Portfolio } from '#shared/contract/campaign.ts';
import { UNASSIGNED, type Desk } from '#shared/contract/portfolios.ts';
import { examPaperStates } from '#shared/rules/exam-paper-states.ts';
import { routeFile, subjectsToSit, type Routing } from '#shared/rules/route-portfolio.ts';
import type { Reference } from '#main/domains/reference/index.ts';
import type { StoredRegistration } from '#main/domains/registrations/index.ts';

/** Who follows a file, by its last answers. */
export function routingOf(
  { answers }: Pick<StoredRegistration, 'answers'>,
  campaign: Campaign,
  reference: Reference,
): Routing {
  const { specialtyCode } = answers.qualification;
  const examPapers = examPaperStates(answers, reference.findExamPapers(specialtyCode));
  const subjects = subjectsToSit(examPapers);
  return routeFile({ exam: answers.candidature.exam, specialtyCode, subjects }, campaign.portfolios);
}

export function deskOf({ id, title, email, phone }: Portfolio): Desk {
  return { id, title, email: email ?? null, phone: phone ?? null };
}

export const UNASSIGNED_DESK: Desk = { id: UNASSIGNED, title: 'À répartir', email: null, phone: null };
