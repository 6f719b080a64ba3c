import { groupCandidateNumber } from '#shared/rules/registration-number.ts';
import { frenchLocal } from '#shared/sentences/french-dates.ts';
import { localMinute } from '#shared/rules/local-time.ts';
import { operationWords, outcomeWords } from '#shared/sentences/audit-sentences.ts';
import { escapeHtml, htmlTable } from './html.ts';
import type { PersonData } from './person-data.ts';
import { registrationPart } from './registration-part.ts';

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#16212a}
h1,h2,h3{line-height:1.2}h2{margin-top:2.5rem;border-top:1px solid #d3d9de;padding-top:1.5rem}
table{border-collapse:collapse;width:100%;margin:.5rem 0 1rem}th,td{border:1px solid #d3d9de;padding:.3rem .5rem;text-align:left;vertical-align:top}
dl{display:grid;grid-template-columns:minmax(12rem,1fr) 2fr;gap:.2rem 1rem}dt{color:#4d5b66}dd{margin:0}
.band{background:#ffdf80;padding:.3rem .8rem;font-weight:600}`;

/** The page the person reads first: whole in itself, so that it opens anywhere and asks the network for nothing. */
export function personPage(data: PersonData): string {
  return `<!doctype html>
<html lang="fr">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Vos données d’inscription aux examens</title><style>${STYLE}</style></head>
<body>
${data.training ? '<p class="band">Base école : ces données sont fictives.</p>' : ''}
<h1>Vos données d’inscription aux examens</h1>
<p>N° candidat <strong>${groupCandidateNumber(data.candidateNumber)}</strong>. Relevé établi le ${frenchLocal(data.givenOn)}.</p>
<p>Voici tout ce que ce service conserve à votre sujet dans son programme d’inscription. Les mêmes données, lisibles par un ordinateur, sont dans le fichier
<a href="donnees.json">donnees.json</a> ; les documents sont dans le dossier « documents ».</p>
${aboutPart(data)}
${data.registrations.map((one) => registrationPart(one, data.timeZone)).join('\n')}
${draftsPart(data)}
${consultationsPart(data)}
</body>
</html>
`;
}

function aboutPart({ office, academy }: PersonData): string {
  return `<h2>Qui conserve ces données, pourquoi, et combien de temps</h2>
<p><strong>Qui.</strong> ${escapeHtml(office)}, académie de ${escapeHtml(academy)}.</p>
<p><strong>Pourquoi.</strong> Pour vous inscrire à un examen professionnel et organiser cet examen : c’est une mission de service public
(règlement général sur la protection des données, RGPD, article 6).</p>
<p><strong>Qui les lit.</strong> Les agents du service des examens qui ouvrent ce poste, et le serveur central de l’académie quand le poste y est rattaché.</p>
<p><strong>Combien de temps.</strong> La date est donnée avec chaque inscription. Elle peut être dépassée en cas de litige, ou tant que l’administration
des archives n’a pas donné son visa : la destruction n’est jamais faite sans lui.</p>
<p><strong>Vos droits.</strong> Vous pouvez lire vos données (RGPD, article 15 : c’est ce relevé), les faire rectifier (article 16), demander qu’elles ne soient plus
utilisées le temps d’une vérification (article 18) et vous opposer à leur usage pour une raison qui vous est propre (article 21). Écrivez au
service ci-dessus ou au délégué à la protection des données de l’académie. Vous pouvez aussi saisir la Commission nationale de
l’informatique et des libertés (CNIL).</p>`;
}

/** Dates and what was done, as the person may ask; which clerk it was is not hers to know (CJEU, C-579/21). */
function consultationsPart({ consultations, timeZone }: PersonData): string {
  return `<h2>Quand votre dossier a été consulté ou changé</h2>
<p>Ce que dit le journal du poste, qui garde ces lignes de 6 à 12 mois ; ce qui est plus ancien en a été effacé. Les recherches et les listes, qui
montrent plusieurs personnes à la fois, n’y sont pas rattachées à vous.</p>
${htmlTable(
  ['Quand', 'Quoi', 'Issue'],
  consultations.map(({ atMs, operation, outcome }) => [
    frenchLocal(localMinute(atMs, timeZone)),
    escapeHtml(operationWords(operation)),
    escapeHtml(outcomeWords(outcome)),
  ]),
)}`;
}

function draftsPart({ drafts }: PersonData): string {
  if (drafts.length === 0) return '';
  return `<h2>Saisies en cours</h2><p>${drafts.length === 1 ? 'Un brouillon est' : `${drafts.length} brouillons sont`} en attente, sans
être enregistré : le contenu est dans donnees.json.</p>`;
}
