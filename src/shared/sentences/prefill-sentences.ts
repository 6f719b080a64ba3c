import type { PrefillRemark } from '../contract/candidates.ts';

type Detail = PrefillRemark['detail'];

/** What to say or check of answers taken up from a former session. */
const SENTENCES: Record<PrefillRemark['code'], (detail: Detail) => string> = {
  'specialty-replaced': ({ former, session, successor }) =>
    `« ${former ?? ''} » n’est plus examinée à la session ${session ?? ''} : elle est remplacée par ${successor ?? ''}.`,
  'specialty-gone': ({ former, session }) =>
    `« ${former ?? ''} » n’est plus examinée à la session ${session ?? ''} et n’a pas de remplaçante connue : choisissez la spécialité.`,
  'no-open-service': () =>
    'Aucun service n’est ouvert pour cet examen : les inscriptions ne sont pas ouvertes.',
  'several-open-services': () =>
    'Plusieurs services sont ouverts pour cet examen : choisissez-le à l’étape 2.',
  'achievement-expired': ({ year }) =>
    `Acquis de ${year ?? ''} : les notes de plus de cinq ans ne sont pas reprises.`,
  'effects-to-review': ({ year }) =>
    `Acquis de ${year ?? ''} : la spécialité a changé, reportez les épreuves d’après le tableau de correspondance.`,
  'marks-to-type': ({ year }) =>
    `Session ${year ?? ''} non obtenue : saisissez les notes du relevé à l’étape 4, ou « À passer » épreuve par épreuve.`,
};

export function prefillSentence(remark: PrefillRemark): string {
  return SENTENCES[remark.code](remark.detail);
}
