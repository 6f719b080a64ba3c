import type { PageReading } from '#shared/contract/page-reading.ts';
import type { ReturnedPage } from '#shared/contract/returned-pages.ts';
import { GuichetError } from '#shared/errors.ts';
import type { StationContext } from '#main/context.ts';
import { askSecondPerson, decidePage, getPage } from './page-store.ts';

/** Of a page that was handed over: what the second person says. */
export interface SecondLook {
  answer?: string | undefined;
  /** She is also the one who asked, and says so. */
  alone: boolean;
}

/** Throws `already-decided`; `second-person-needed` to who asked, unless she says that she is alone. */
export function requireUndecided(
  { agent }: Pick<StationContext, 'agent'>,
  { decision, askedBy }: Pick<ReturnedPage, 'decision' | 'askedBy'>,
  { alone }: SecondLook,
): void {
  if (decision === 'accepted' || decision === 'refused') throw new GuichetError('already-decided');
  if (decision === 'asked' && askedBy === agent.login && !alone)
    throw new GuichetError('second-person-needed');
}

/** A question is not passed over in silence. Throws `invalid-input` naming `answer`. */
export function requireAnswer({ decision }: ReturnedPage, { answer }: SecondLook): void {
  if (decision === 'asked' && answer === undefined)
    throw new GuichetError('invalid-input', { fields: [{ path: 'answer', code: 'required' }] });
}

/** A mark that touches no field may mean anything: each was looked at. Throws `marks-not-seen`. */
export function requireMarksSeen({ marks }: PageReading, seen: readonly number[]): void {
  const unseen = marks.filter(({ fields }, index) => fields.length === 0 && !seen.includes(index));
  if (unseen.length > 0)
    throw new GuichetError('marks-not-seen', { detail: { count: String(unseen.length) } });
}

/** Gives the stack of the page back: it changed. */
export function refusePage(
  context: StationContext,
  { id, reason, answer, alone }: { id: string; reason: string } & SecondLook,
): string {
  const { database, agent, clock } = context;
  const { page } = getPage(database, id);
  requireUndecided(context, page, { alone });
  decidePage(database, id, {
    decision: 'refused',
    reason,
    by: agent.login,
    atMs: clock.nowMs(),
    answer: page.decision === 'asked' ? (answer ?? reason) : null,
    madeVersion: null,
  });
  return page.stackId;
}

/** Throws `already-decided`, `already-asked`. */
export function askPage(context: StationContext, { id, question }: { id: string; question: string }): string {
  const { database, agent, clock } = context;
  const { page } = getPage(database, id);
  if (page.decision === 'asked') throw new GuichetError('already-asked');
  requireUndecided(context, page, { alone: false });
  askSecondPerson(database, id, { question, by: agent.login, atMs: clock.nowMs() });
  return page.stackId;
}
