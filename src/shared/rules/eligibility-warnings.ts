import type { Answers } from '../contract/answers.ts';
import { ageOn } from './age.ts';
import {
  brevetConditions,
  WORK_MONTHS_INSTEAD_OF_PREPARATION,
  type BrevetConditions,
} from './eligibility.ts';
import type { WarningRule } from './warning-rule.ts';
import { formatMonths, totalWork, wholeMonths } from './work-periods.ts';

/** CAP: of age on 31 December of the exam year, or in training; a minor in progressive form shows an enrolment (D337-7, -10). */
export const capMinor: WarningRule = ({ answers, campaign }) => {
  const { candidature, identification, qualification } = answers;
  if (candidature.exam !== 'cap' || campaign.session === null) return [];
  if (ageOn(identification.birthDate, `${campaign.session}-12-31`) >= 18) return [];
  const proof =
    qualification.form === 'progressive'
      ? 'une inscription dans un établissement ou un organisme de formation est à justifier (forme progressive)'
      : 'une formation est à justifier (continue, à distance ou en établissement privé hors contrat)';
  return [
    {
      code: 'cap-minor',
      message: `CAP : le candidat sera mineur au 31 décembre ${campaign.session} ; ${proof}.`,
    },
  ];
};

/** Bac pro, MC and CS by experience: three years of related work, due at the last unit (D337-70, D337-148). */
export const threeYearsWork: WarningRule = ({ answers: { candidature }, campaign }) => {
  const { category, exam, workPeriods = [] } = candidature;
  if (exam === 'cap' || exam === 'bp') return [];
  if (category !== 'workExperience' && category !== 'independent') return [];
  const work = workShortfall(workPeriods, WORK_MONTHS_INSTEAD_OF_PREPARATION);
  if (work === undefined) return [];
  const preparation = category === 'independent' ? 'une préparation complète, ou ' : '';
  const message = `Condition à justifier ${beforeLastUnit(campaign)} : ${preparation}trois ans d’expérience en rapport avec la spécialité, au moins comme ouvrier ou employé qualifié. ${work}`;
  return [{ code: 'three-years-work', message }];
};

/** BP: work and training, due at the last unit (D337-101, -102); a positionnement may shorten the training (D337-104). */
export const bpConditions: WarningRule = ({ answers: { candidature }, campaign }) => {
  if (candidature.exam !== 'bp') return [];
  const conditions = brevetConditions(candidature.heldTitle);
  const shortfalls = [
    workShortfall(candidature.workPeriods ?? [], conditions.months),
    rangeRemark(candidature.workPeriods ?? [], conditions),
    trainingShortfall(candidature.trainingHours, conditions.hours),
  ].filter((sentence) => sentence !== undefined);
  if (shortfalls.length === 0) return [];
  const message = `BP, condition à justifier ${beforeLastUnit(campaign)} : ${workAsked(conditions)} et ${conditions.hours} heures de formation. ${shortfalls.join(' ')}`;
  return [{ code: 'bp-conditions', message }];
};

function workAsked({ months, monthsAtMost }: BrevetConditions): string {
  if (monthsAtMost > months)
    return `${months} à ${monthsAtMost} mois d’activité selon la spécialité (bac pro du secteur)`;
  const contracts = months === 24 ? ' (vingt mois sous certains contrats)' : '';
  return `${formatMonths(months)} d’activité professionnelle${contracts}`;
}

function beforeLastUnit({ session }: { session: number | null }): string {
  return session === null ? 'avant la dernière unité' : `avant la dernière unité de la session ${session}`;
}

type WorkPeriods = NonNullable<Answers['candidature']['workPeriods']>;

/** What was declared and what is missing; undefined when it is enough. How part time counts is in no text of ours. */
function workShortfall(periods: WorkPeriods, months: number): string | undefined {
  if (periods.length === 0) return 'Aucune période d’activité n’est déclarée.';
  const total = totalWork(periods);
  const declared = wholeMonths(total.fullTimeDays);
  if (declared >= months) return undefined;
  const missing = `Activité déclarée : ${formatMonths(declared)} à temps plein ; il manque ${formatMonths(months - declared)}.`;
  const isEnoughByDates = wholeMonths(total.calendarDays) >= months;
  return isEnoughByDates
    ? `${missing} De date à date la durée est atteinte : le décompte du temps partiel est à confirmer par le gestionnaire.`
    : missing;
}

/** D337-102 gives a range: between its ends, the specialty's own text decides. */
function rangeRemark(periods: WorkPeriods, { months, monthsAtMost }: BrevetConditions): string | undefined {
  const declared = wholeMonths(totalWork(periods).fullTimeDays);
  if (declared < months || declared >= monthsAtMost) return undefined;
  return `Activité déclarée : ${formatMonths(declared)} ; vérifiez ce que demande la spécialité.`;
}

function trainingShortfall(hours: number | undefined, asked: number): string | undefined {
  if (hours === undefined) return 'Aucune heure de formation n’est déclarée.';
  if (hours >= asked) return undefined;
  return `Formation déclarée : ${hours} h ; il manque ${asked - hours} h, qu’une décision de positionnement peut réduire.`;
}

/** A job that goes on past today is only promised. */
export const workInFuture: WarningRule = ({ answers: { candidature }, today }) =>
  (candidature.workPeriods ?? []).some(({ to }) => to > today)
    ? [
        {
          code: 'work-in-future',
          message:
            'Une période d’activité se termine après aujourd’hui : elle compte en entier et sera à justifier.',
        },
      ]
    : [];
