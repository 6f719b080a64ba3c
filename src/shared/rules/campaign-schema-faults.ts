import type { z } from 'zod';

/** One fault of a campaign file, in French, for whoever writes these files in the académie. */
export interface CampaignFault {
  /** Dotted path in the file, e.g. `windows.0.closesAt`; empty for the whole. */
  path: string;
  message: string;
}

/** What zod found, as sentences. The parse must have been made with `reportInput`, to tell missing from wrong. */
export function schemaFaults(error: z.ZodError): CampaignFault[] {
  return error.issues.flatMap((issue) => {
    const path = issue.path.map(String).join('.');
    if (issue.code !== 'unrecognized_keys') return [{ path, message: sentence(issue) }];
    return issue.keys.map((key) => ({
      path: path === '' ? key : `${path}.${key}`,
      message: 'Cette rubrique n’existe pas ; vérifiez son orthographe.',
    }));
  });
}

function sentence(issue: z.core.$ZodIssue): string {
  if (issue.input === undefined && issue.path.length > 0) return 'Cette rubrique manque.';
  switch (issue.code) {
    case 'invalid_type':
      return `Il faut ici ${TYPES[issue.expected] ?? 'une autre sorte de valeur'}.`;
    case 'invalid_value':
      return `Valeurs admises : ${issue.values.map(String).join(', ')}.`;
    case 'invalid_union':
      return issue.discriminator ? `La rubrique « ${issue.discriminator} » n’a pas une valeur admise.` : FORM;
    case 'too_big':
      return `Trop long : ${String(issue.maximum)} au plus.`;
    case 'too_small':
      return `Trop court : ${String(issue.minimum)} au moins.`;
    case 'invalid_format':
      return FORMATS[String(issue.path.at(-1))] ?? FORM;
    // Kinds of fault that the schema of a campaign cannot give, but that zod's own list holds.
    case 'unrecognized_keys':
    case 'not_multiple_of':
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
      return FORM;
  }
}

const FORM = 'Cette valeur n’a pas la forme attendue.';

const TYPES: Partial<Record<string, string>> = {
  string: 'un texte entre guillemets',
  number: 'un nombre',
  int: 'un nombre entier',
  boolean: 'true ou false',
  array: 'une liste entre crochets',
  object: 'un objet entre accolades',
};

const LOCAL_INSTANT = 'Écrivez une date, et au besoin une heure : 2024-11-04 ou 2024-11-04T15:00.';

const FORMATS: Partial<Record<string, string>> = {
  id: 'Écrivez un identifiant en minuscules, chiffres et tirets : nice-2025.',
  academyCode: 'Écrivez le code de l’académie sur deux chiffres : 23.',
  opensAt: LOCAL_INSTANT,
  closesAt: LOCAL_INSTANT,
  at: LOCAL_INSTANT,
  r408DueOn: 'Écrivez une date : 2025-03-14.',
};
