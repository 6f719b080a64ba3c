import type { Exam } from '../contract/answers.ts';
import { campaignSchema, type Campaign, type CampaignWindow } from '../contract/campaign.ts';
import { frenchLocal } from '../sentences/french-dates.ts';
import { overlappingPortfolios, unownedSpecialties, type SpecialtiesOf } from './campaign-portfolio-check.ts';
import { schemaFaults, type CampaignFault } from './campaign-schema-faults.ts';
import { specialtyFaults } from './campaign-specialty-check.ts';
import { closesMs, opensMs, returnDeadline } from './campaign-windows.ts';
import { isTimeZone } from './local-time.ts';
import type { ReferenceFacts } from './reference-facts.ts';

/** Mentions complémentaires became certificats de spécialisation with this session (decree 2023-824). */
const FIRST_CS_SESSION = 2025;

/** What the check asks of the official lists; what is not given is not checked. */
export type CampaignFacts = Partial<Pick<ReferenceFacts, 'findAcademy' | 'findSpecialty'>> & {
  specialtiesOf?: SpecialtiesOf;
};

export interface CampaignVerdict {
  /** Only without a fault. */
  campaign?: Campaign;
  faults: CampaignFault[];
  /** What an author should know, and that refuses nothing. */
  remarks: CampaignFault[];
}

/** Reads a campaign file: its form, then what no form can tell. */
export function checkCampaign(json: unknown, facts: CampaignFacts = {}): CampaignVerdict {
  const parsed = campaignSchema.safeParse(json, { reportInput: true });
  if (!parsed.success) return { faults: schemaFaults(parsed.error), remarks: [] };
  const campaign = parsed.data;
  const { findSpecialty, specialtiesOf } = facts;
  const faults = [
    ...calendarFaults(campaign),
    ...examNameFaults(campaign),
    ...redPenFaults(campaign),
    ...duplicateIdFaults(campaign),
    ...academyFaults(campaign, facts),
    ...(findSpecialty ? specialtyFaults(campaign, findSpecialty) : []),
    ...(specialtiesOf ? overlappingPortfolios(campaign, specialtiesOf) : []),
  ];
  const remarks = [
    ...foreignTimeZone(campaign, facts),
    ...(specialtiesOf ? unownedSpecialties(campaign, specialtiesOf) : []),
  ];
  return faults.length === 0 ? { campaign, faults, remarks } : { faults, remarks };
}

/** Instants are only comparable once each of them exists, in a zone that exists. */
function calendarFaults(campaign: Campaign): CampaignFault[] {
  const clockFaults = [...timeZoneFaults(campaign), ...campaign.windows.flatMap(impossibleInstants)];
  if (clockFaults.length > 0) return clockFaults;
  return [
    ...campaign.windows.flatMap((window, index) => windowFaults(campaign, window, index)),
    ...overlapFaults(campaign),
  ];
}

function academyFaults({ academyCode }: Campaign, { findAcademy }: CampaignFacts): CampaignFault[] {
  return !findAcademy || findAcademy(academyCode)
    ? []
    : [{ path: 'academyCode', message: `Aucune académie ne porte le code ${academyCode}.` }];
}

/** An académie may hold several zones (French Polynesia has three), so this is no fault. */
function foreignTimeZone(
  { academyCode, timeZone }: Campaign,
  { findAcademy }: CampaignFacts,
): CampaignFault[] {
  const academy = findAcademy?.(academyCode);
  if (!academy || academy.timeZone === timeZone || !isTimeZone(timeZone)) return [];
  const message = `Le fuseau horaire de l’académie (${academy.name}) est ${academy.timeZone} ; les heures seront celles de ${timeZone}.`;
  return [{ path: 'timeZone', message }];
}

function duplicateIdFaults({ portfolios, extraPieces }: Campaign): CampaignFault[] {
  return [...repeated('portfolios', portfolios), ...repeated('extraPieces', extraPieces)];
}

function repeated(list: string, items: readonly { id: string }[]): CampaignFault[] {
  return items.flatMap(({ id }, index) => {
    const first = items.findIndex((other) => other.id === id);
    const message = `L’identifiant « ${id} » est déjà celui du n° ${first + 1} de la liste.`;
    return first < index ? [{ path: `${list}.${index}.id`, message }] : [];
  });
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
  const faults: CampaignFault[] = [];
  if (allowed !== redPen.fieldClasses.length > 0) {
    const message = allowed
      ? 'La correction au stylo rouge est admise : dites pour quelles rubriques.'
      : 'La correction au stylo rouge n’est pas admise : cette liste doit être vide.';
    faults.push({ path: 'redPen.fieldClasses', message });
  }
  if (allowed !== (texts.redPen !== undefined)) {
    const message = allowed
      ? 'La correction au stylo rouge est admise : la consigne donnée au candidat manque.'
      : 'La correction au stylo rouge n’est pas admise : cette consigne doit disparaître.';
    faults.push({ path: 'texts.redPen', message });
  }
  return faults;
}
