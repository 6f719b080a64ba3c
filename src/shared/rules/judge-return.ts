import type { Campaign, CampaignWindow } from '../contract/campaign.ts';
import type { Arrival, ReturnJudgement } from '../contract/mail.ts';
import { returnDeadline } from './campaign-windows.ts';
import { addDays, localToMs } from './local-time.ts';
import { isPublicHoliday, isSunday } from './public-holidays.ts';

/**
 * Whether a confirmation came back in time, by the rule of the window its file was made in. Judged, never decided: a late return
 * is recorded like any other. No window, or no deadline yet fixed: `unknown`.
 */
export function judgeReturn(
  arrival: Arrival,
  window: CampaignWindow | undefined,
  campaign: Campaign,
): ReturnJudgement {
  const deadline = (window && lastMoment(window, campaign)) ?? null;
  const opensAt = window?.confirmationReturn.opensAt;
  // S2-06: a return may be accepted while registrations are open, but not before its own start.
  if (opensAt !== undefined && isBefore(arrival.receivedOn, opensAt))
    return { verdict: 'notYetOpen', ground: 'beforeOpening', deadline };
  if (deadline === null) return { verdict: 'unknown', ground: 'noDeadline', deadline };
  return { ...judgeDate(arrival, deadline), deadline };
}

/** The announced deadline, put off past Sundays and holidays only where the campaign says so (no text does). */
export function lastMoment(window: CampaignWindow, campaign: Campaign): string | undefined {
  const announced = returnDeadline(window);
  if (announced === undefined || !campaign.deadlineSkipsHolidays) return announced;
  let moment = announced;
  while (isSunday(moment.slice(0, 10)) || isPublicHoliday(moment.slice(0, 10))) moment = addDays(moment, 1);
  return moment;
}

/** First instant at which a deadline has passed: an hour is itself too late, a day ends at midnight. */
export function passedMs(deadline: string, timeZone: string): number {
  return deadline.length === 10
    ? localToMs(`${addDays(deadline, 1)}T00:00`, timeZone)
    : localToMs(deadline, timeZone);
}

/**
 * CRPA L112-1: by post, the postmark proves the day (S0-23). The Conseil d'État excepts deadlines that end at an hour (13 May 2024,
 * n° 466541): those are judged on what was received, like a deposit.
 */
function judgeDate(arrival: Arrival, deadline: string): Pick<ReturnJudgement, 'verdict' | 'ground'> {
  const { modality, postmarkedOn, receivedOn } = arrival;
  const hasHour = deadline.length > 10;
  const isReceivedLate = isAfter(receivedOn, deadline);
  if (isReceivedLate === undefined) return { verdict: 'unknown', ground: 'hourMissing' };
  if (modality !== 'post') return { verdict: isReceivedLate ? 'late' : 'onTime', ground: 'received' };
  if (hasHour)
    return {
      verdict: isReceivedLate ? 'late' : 'onTime',
      ground: isReceivedLate ? 'hourNotSavedByPostmark' : 'received',
    };
  if (postmarkedOn !== undefined)
    return { verdict: postmarkedOn <= deadline ? 'onTime' : 'late', ground: 'postmark' };
  return isReceivedLate
    ? { verdict: 'unknown', ground: 'postmarkMissing' }
    : { verdict: 'onTime', ground: 'received' };
}

/** Undefined: the very day of a deadline that has an hour, and the hour of the receipt was not noted. */
function isAfter(received: string, deadline: string): boolean | undefined {
  if (received.slice(0, 10) !== deadline.slice(0, 10)) return received > deadline;
  if (deadline.length === 10) return false;
  return received.length === 10 ? undefined : received >= deadline;
}

function isBefore(received: string, opensAt: string): boolean {
  const precision = Math.min(received.length, opensAt.length);
  return received.slice(0, precision) < opensAt.slice(0, precision);
}
