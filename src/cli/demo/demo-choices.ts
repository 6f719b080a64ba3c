import type { Campaign } from '#shared/contract/campaign.ts';
import { closesMs, opensMs } from '#shared/rules/campaign-windows.ts';
import type { UnlockedCore } from '../command.ts';
import type { DemoChoice } from './invent-people.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** One open window of a shipped campaign and what can be registered in it. */
export interface DemoWindow {
  campaign: Campaign;
  choices: DemoChoice[];
  /** Instants inside the window: when people register, and when their papers come back. */
  registeredAtMs: number;
  returnedAtMs: number;
}

/** Every dated window of the shipped campaigns, oldest first, so that the played clock only goes forward. */
export async function demoWindows(station: UnlockedCore, nowMs: number): Promise<DemoWindow[]> {
  const windows: DemoWindow[] = [];
  for (const { id } of await station.call('campaigns.list', {})) {
    const campaign = await station.call('campaigns.get', { id });
    for (const window of campaign.windows) {
      const opens = opensMs(window, campaign);
      const isStillOpen = closesMs(window, campaign) > nowMs;
      if (opens > nowMs - 3 * DAY_MS) continue;
      const choices = (
        await Promise.all(window.exams.map((exam) => choicesOf(station, campaign, exam)))
      ).flat();
      if (choices.length === 0) continue;
      const registeredAtMs = isStillOpen ? nowMs - 3 * DAY_MS : opens + 18 * HOUR_MS;
      windows.push({ campaign, choices, registeredAtMs, returnedAtMs: registeredAtMs + DAY_MS });
    }
  }
  return windows.sort((a, b) => a.registeredAtMs - b.registeredAtMs);
}

/** Specialties of the exam that are open in the session and whose épreuves are known. */
async function choicesOf(
  { call }: UnlockedCore,
  campaign: Campaign,
  exam: DemoChoice['exam'],
): Promise<DemoChoice[]> {
  if (campaign.session === null) return [];
  const { activities, choices: counts } = await call('reference.physicalEducation', {});
  const physicalEducation = activities.slice(0, counts[exam]).map(({ name }) => name);
  const academies = await call('reference.academies', {});
  const departments = academies.find(({ code }) => code === campaign.academyCode)?.departments ?? [];
  const specialties = await call('reference.specialties', { exam, session: campaign.session });
  const choices = await Promise.all(
    specialties.map(async ({ code }) => {
      const set = await call('reference.examPapers', { specialtyCode: code });
      if (!set) return undefined;
      const papers = set.examPapers.filter((paper) => !paper.optional);
      return {
        campaignId: campaign.id,
        exam,
        specialtyCode: code,
        languagePapers: papers.filter((paper) => paper.kind === 'language').map((paper) => paper.code),
        physicalEducation: papers.some((paper) => paper.kind === 'physicalEducation')
          ? physicalEducation
          : undefined,
        departments,
        exemptPaper: papers.find((paper) => paper.kind === 'plain')?.code,
      };
    }),
  );
  return choices.filter((choice) => choice !== undefined);
}
