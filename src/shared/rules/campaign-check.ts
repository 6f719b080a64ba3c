import type { Exam } from '../contract/answers.ts';
import { campaignSchema, type Campaign, type CampaignWindow } from '../contract/campaign.ts';
import { frenchLocal } from '../sentences/french-dates.ts';
import { schemaFaults, type CampaignFault } from './campaign-schema-faults.ts';
import { closesMs, opensMs, returnDeadline } from './campaign-windows.ts';
import { isTimeZone } from './local-time.ts';
import type { ReferenceFacts } from './reference-facts.ts';

/** Mentions complémentaires became certificats de spécialisation with this session (decree 2023-824). */
const FIRST_CS_SESSION = 2025;

/**
 * Reads a campaign file: its form, then what no form can tell. The campaign is there only without a fault. The académie
 * is looked up where `facts` are given.
 */
export function checkCampaign(
  json: unknown,
  facts?: Pick<ReferenceFacts, 'findAcademy'>,
): { campaign?: Campaign; faults: CampaignFault[] } {
  const parsed = campaignSchema.safeParse(json, { reportInput: true });
  if (!parsed.success) return { faults: schemaFaults(parsed.error) };
  const campaign = parsed.data;
  // Instants are only comparable once each of them exists, in a zone that exists.
  const clockFaults = [...timeZoneFaults(campaign), ...campaign.windows.flatMap(impossibleInstants)];
  const faults = [
    ...clockFaults,
    ...(clockFaults.length === 0
      ? campaign.windows.flatMap((window, index) => windowFaults(campaign, window, index))
      : []),
    ...(clockFaults.length === 0 ? overlapFaults(campaign) : []),
    ...examNameFaults(campaign),
    ...redPenFaults(campaign),
    ...(facts && !facts.findAcademy(campaign.academyCode)
      ? [{ path: 'academyCode', message: `Aucune académie ne porte le code ${campaign.academyCode}.` }]
      : []),
  ];
  return faults.length === 0 ? { campaign, faults } : { faults };
}

function timeZoneFaults({ timeZone }: Campaign): CampaignFault[] {
  if (isTimeZone(timeZone)) return [];
  return [
    {
      path: 'timeZone',
      message: `Le fuseau « ${timeZone} » est inconnu ; écrivez par exemple Europe/Paris ou Indian/Reunion.`,
    },
  ];
}

function impossibleInstants(window: CampaignWindow, index: number): CampaignFault[] {
  const { deadline, opensAt } = window.confirmationReturn;
  const instants: [string, string | null | undefined][] = [
    ['opensAt', window.opensAt],
    ['closesAt', window.closesAt],
    ['confirmationReturn.opensAt', opensAt],
    ['confirmationReturn.deadline.at', deadline.kind === 'fixed' ? deadline.at : undefined],
  ];
  return instants
    .filter(([, local]) => local && !exists(local))
    .map(([name, local]) => ({
      path: `windows.${index}.${name}`,
      message: `Le ${local} n’existe pas dans le calendrier.`,
    }));
}

function exists(local: string): boolean {
  const ms = Date.parse(local.length === 10 ? `${local}T00:00Z` : `${local}Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(local);
}

function windowFaults(campaign: Campaign, window: CampaignWindow, index: number): CampaignFault[] {
  const path = `windows.${index}`;
  const faults: CampaignFault[] = [];
  const { deadline, opensAt } = window.confirmationReturn;
  if (closesMs(window, campaign) <= opensMs(window, campaign)) {
    faults.push({
      path: `${path}.closesAt`,
      message: `La clôture doit suivre l’ouverture (${frenchLocal(window.opensAt)}).`,
    });
  }
  if (
    deadline.kind === 'fixed' &&
    window.closesAt !== null &&
    endMs(deadline.at, campaign, window) < closesMs(window, campaign)
  ) {
    const message = `La date limite de retour précède la clôture des inscriptions (${frenchLocal(window.closesAt)}).`;
    faults.push({ path: `${path}.confirmationReturn.deadline`, message });
  }
  const lastDay = returnDeadline(window);
  if (opensAt && lastDay && endMs(lastDay, campaign, window) <= opensMs({ ...window, opensAt }, campaign)) {
    const message = `L’ouverture des retours suit leur date limite (${frenchLocal(lastDay)}).`;
    faults.push({ path: `${path}.confirmationReturn.opensAt`, message });
  }
  return faults;
}

/** A deadline ends as a closing does: at its hour, or with its day. */
function endMs(local: string, campaign: Campaign, window: CampaignWindow): number {
  return closesMs({ ...window, closesAt: local }, campaign);
}

function overlapFaults(campaign: Campaign): CampaignFault[] {
  return campaign.windows.flatMap((window, index) =>
    campaign.windows.slice(0, index).flatMap((earlier, earlierIndex) =>
      window.exams
        .filter((exam) => earlier.exams.includes(exam) && overlap(window, earlier, campaign))
        .map((exam) => ({
          path: `windows.${index}`,
          message: `Pour l’examen « ${exam} », cette période chevauche la période n° ${earlierIndex + 1}.`,
        })),
    ),
  );
}

function overlap(a: CampaignWindow, b: CampaignWindow, campaign: Campaign): boolean {
  return opensMs(a, campaign) < closesMs(b, campaign) && opensMs(b, campaign) < closesMs(a, campaign);
}

function examNameFaults({ session, windows }: Campaign): CampaignFault[] {
  if (session === null) return [];
  const [wrong, message]: [Exam, string] =
    session < FIRST_CS_SESSION
      ? ['cs', 'Le certificat de spécialisation (cs) n’existe qu’à partir de la session 2025 ; écrivez mc.']
      : [
          'mc',
          'La mention complémentaire (mc) s’appelle certificat de spécialisation depuis la session 2025 ; écrivez cs.',
        ];
  return windows.flatMap(({ exams }, index) =>
    exams.includes(wrong) ? [{ path: `windows.${index}.exams`, message }] : [],
  );
}

function redPenFaults({ redPen, texts }: Campaign): CampaignFault[] {
  const allowed = redPen.policy !== 'none';
  if (allowed === (texts.redPen !== undefined)) return [];
  const message = allowed
    ? 'La correction au stylo rouge est admise : la consigne donnée au candidat manque.'
    : 'La correction au stylo rouge n’est pas admise : cette consigne doit disparaître.';
  return [{ path: 'texts.redPen', message }];
}
