import { GuichetError } from '#shared/errors.ts';
import { closesMs, windowAt } from '#shared/rules/campaign-windows.ts';
import type { StationContext } from '#main/context.ts';
import type { Reference } from '#main/domains/reference/index.ts';
import { campaignOf, getLiveRegistration, saveEnd, type End } from '#main/domains/registrations/index.ts';

/**
 * Désinscription by the candidate, until the closing of the window the file was made in (S4-24). Throws `window-closed` after it,
 * `file-ended` when the file has an end already.
 */
export function withdraw(
  context: StationContext,
  reference: Reference,
  { number, reason }: { number: string; reason: string },
): { registrationNumber: string; candidateNumber: string } {
  const registration = getLiveRegistration(context, number);
  const campaign = campaignOf(context, reference, registration);
  const window = windowAt(campaign, registration.answers.candidature.exam, registration.createdAtMs);
  if (!window || context.clock.nowMs() >= closesMs(window, campaign))
    throw new GuichetError('window-closed', {
      detail: window?.closesAt ? { closedAt: window.closesAt } : {},
    });
  saveEnd(context, registration, 'withdrawn', reason);
  const { registrationNumber, candidateNumber } = registration;
  return { registrationNumber, candidateNumber };
}

export interface Ends {
  ended: string[];
  refused: { number: string; code: GuichetError['code']; detail: Record<string, string> }[];
}

/** A supervisor's decision on the files she chose. One that cannot be ended says why and stops no other. */
export function endFiles(
  context: StationContext,
  { numbers, reason }: { numbers: readonly string[]; reason: string },
  end: End,
): Ends {
  const outcome: Ends = { ended: [], refused: [] };
  for (const number of new Set(numbers)) {
    try {
      const registration = getLiveRegistration(context, number);
      saveEnd(context, registration, end, reason);
      outcome.ended.push(registration.registrationNumber);
    } catch (error) {
      if (!(error instanceof GuichetError)) throw error;
      outcome.refused.push({ number, code: error.code, detail: { ...error.detail } });
    }
  }
  return outcome;
}
