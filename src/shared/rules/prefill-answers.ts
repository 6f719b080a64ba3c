import type { Achievement, Answers, Exam } from '../contract/answers.ts';
import type { Campaign } from '../contract/campaign.ts';
import type { PrefillRemark } from '../contract/candidates.ts';
import type { Specialty } from '../contract/reference.ts';
import { MARK_VALIDITY_YEARS } from './check-achievements.ts';
import { examPaperStates } from './exam-paper-states.ts';
import type { ReferenceFacts } from './reference-facts.ts';

/** A specialty is replaced by one that may itself have been replaced since. */
const MOST_SUCCESSORS = 5;

export interface FormerRegistration {
  answers: Answers;
  examYear: number;
  /** Of its campaign: where the exam was sat. */
  academyCode: string;
  /** False where it ended before the exam: withdrawn, cancelled, excluded. */
  wasSat: boolean;
}

/** Answers of a draft, as a form holds them: an effect proposed without its mark is one that a person must complete. */
export interface Prefill {
  answers: Record<string, unknown>;
  remarks: PrefillRemark[];
}

/**
 * The beginning of a returning candidate's registration: identity, contact, exam, the same specialty or its successor, what is still
 * valid of the acquis, and the last failure with its épreuves, whose marks are typed from the relevé (S2-05, S4-14). Category, handicap and
 * épreuve choices are asked anew. `campaigns`: those open now for the exam.
 */
export function prefillAnswers(
  former: FormerRegistration,
  campaigns: readonly Campaign[],
  reference: Pick<ReferenceFacts, 'findSpecialty' | 'findExamPapers'>,
): Prefill {
  const { candidature, qualification, identification } = former.answers;
  const exam = examNow(candidature.exam, campaigns);
  const [campaign] = campaigns.length === 1 ? campaigns : [];
  const session = campaign?.session ?? former.examYear + 1;
  const specialty = specialtyIn(session, qualification.specialtyCode, reference);
  const isSame = specialty?.code === qualification.specialtyCode;
  const kept = keptAchievements(former, session, isSame);
  const failure = failureOf(former, session, isSame, reference);
  return {
    answers: {
      identification,
      candidature: { exam, ...(campaign ? { campaignId: campaign.id } : {}) },
      qualification: { form: qualification.form, ...(specialty ? { specialtyCode: specialty.code } : {}) },
      achievements: [...kept.achievements, ...failure.achievements],
      examPapers: { optional: [], languages: {} },
    },
    remarks: [
      ...serviceRemarks(campaigns),
      ...specialtyRemarks(qualification.specialtyCode, specialty, session, reference),
      ...kept.remarks,
      ...failure.remarks,
    ],
  };
}

/** MC became CS with session 2025 (decree 2023-824): the campaign says which of the two it opens. */
function examNow(exam: Exam, campaigns: readonly Campaign[]): Exam {
  const opened = campaigns.flatMap((campaign) => campaign.windows.flatMap((window) => window.exams));
  return exam === 'mc' && !opened.includes('mc') && opened.includes('cs') ? 'cs' : exam;
}

function specialtyIn(
  session: number,
  code: string,
  reference: Pick<ReferenceFacts, 'findSpecialty'>,
): Specialty | undefined {
  let specialty = reference.findSpecialty(code);
  for (let step = 0; step < MOST_SUCCESSORS && specialty; step += 1) {
    if (isExamined(specialty, session)) return specialty;
    specialty =
      specialty.successorCode === undefined ? undefined : reference.findSpecialty(specialty.successorCode);
  }
  return undefined;
}

function isExamined({ firstSession, lastSession, extraSession }: Specialty, session: number): boolean {
  if (session === extraSession) return true;
  return session >= (firstSession ?? session) && session <= (lastSession ?? session);
}

/** Effects name épreuves of the specialty: those of a replaced one are for a person to translate. */
function keptAchievements(
  former: FormerRegistration,
  session: number,
  isSame: boolean,
): { achievements: Achievement[]; remarks: PrefillRemark[] } {
  const remarks: PrefillRemark[] = [];
  const achievements = former.answers.achievements.flatMap((achievement) => {
    const year = String(achievement.year);
    const isExpired = session - achievement.year > MARK_VALIDITY_YEARS;
    // A dispense by a diploma does not grow old; a mark does, and so do units obtained by VAE.
    const lasting = achievement.effects.filter(
      ({ effect }) => !isExpired || (effect === 'exempt' && achievement.type === 'otherDiploma'),
    );
    if (lasting.length < achievement.effects.length)
      remarks.push({ code: 'achievement-expired', detail: { year } });
    if (lasting.length === 0 && (isExpired || achievement.effects.length > 0)) return [];
    if (!isSame && lasting.length > 0) remarks.push({ code: 'effects-to-review', detail: { year } });
    return [{ ...achievement, effects: isSame ? lasting : [] }];
  });
  return { achievements, remarks };
}

function failureOf(
  former: FormerRegistration,
  session: number,
  isSame: boolean,
  reference: Pick<ReferenceFacts, 'findExamPapers'>,
): { achievements: unknown[]; remarks: PrefillRemark[] } {
  const { answers, academyCode, examYear, wasSat } = former;
  if (!wasSat || examYear >= session || session - examYear > MARK_VALIDITY_YEARS)
    return { achievements: [], remarks: [] };
  const set = isSame ? reference.findExamPapers(answers.qualification.specialtyCode) : undefined;
  const sat = examPaperStates(answers, set).filter(({ state, optional }) => state === 'toSit' && !optional);
  const effects = sat.map(({ code }) => ({ examPaperCode: code, effect: 'kept' }));
  return {
    achievements: [{ type: 'sameExamFailed', year: examYear, academyCode, effects }],
    remarks: [{ code: 'marks-to-type', detail: { year: String(examYear) } }],
  };
}

function serviceRemarks(campaigns: readonly Campaign[]): PrefillRemark[] {
  if (campaigns.length === 1) return [];
  return [{ code: campaigns.length === 0 ? 'no-open-service' : 'several-open-services', detail: {} }];
}

function specialtyRemarks(
  formerCode: string,
  specialty: Specialty | undefined,
  session: number,
  reference: Pick<ReferenceFacts, 'findSpecialty'>,
): PrefillRemark[] {
  if (specialty?.code === formerCode) return [];
  const detail: Record<string, string> = {
    former: reference.findSpecialty(formerCode)?.label ?? formerCode,
    session: String(session),
  };
  if (!specialty) return [{ code: 'specialty-gone', detail }];
  return [
    {
      code: 'specialty-replaced',
      detail: { ...detail, successor: `${specialty.label} (${specialty.code})` },
    },
  ];
}
