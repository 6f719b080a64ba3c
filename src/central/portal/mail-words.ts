import { localMinute } from '#shared/rules/local-time.ts';
import { PASSWORD_RULE } from '#shared/rules/portal-password.ts';
import { frenchLocal } from '#shared/sentences/french-dates.ts';

interface Words {
  subject: string;
  text: string;
}

const HOURS = 'heure de Paris';

/** Says nothing of the file: a mail is a postcard. */
export function activationMail(link: string, limitMs: number): Words {
  return {
    subject: 'Activez votre compte candidat',
    text: `Bonjour,

À votre demande, un guichet a ouvert pour vous un compte sur le portail des candidats aux examens.

Pour l’activer, choisissez votre mot de passe (${PASSWORD_RULE}) à cette adresse :

${link}

Faites-le avant le ${dateAndHour(limitMs)}. Passé ce délai, le compte est supprimé ; votre inscription, elle, n’est pas touchée.

Gardez cette adresse électronique active et lisez-la régulièrement jusqu’en décembre de l’année de l’examen.

Si vous n’avez rien demandé, ne faites rien : le compte disparaîtra de lui-même.
`,
  };
}

export function passwordMail(link: string, limitMs: number): Words {
  return {
    subject: 'Votre mot de passe du portail des candidats',
    text: `Bonjour,

Pour choisir un nouveau mot de passe (${PASSWORD_RULE}), ouvrez cette adresse avant le ${dateAndHour(limitMs)} :

${link}

Si vous n’avez rien demandé, ne faites rien : votre mot de passe reste le même.
`,
  };
}

/** The portal is one for all académies: its hours are those of Paris, and say so. */
export function dateAndHour(instantMs: number): string {
  return `${frenchLocal(localMinute(instantMs, 'Europe/Paris'))} (${HOURS})`;
}
