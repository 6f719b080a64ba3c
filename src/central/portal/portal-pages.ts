import { STEPS, FIELD_CATALOGUE } from '#shared/fields/catalogue.ts';
import { stringifyAnswer } from '#shared/fields/stringify.ts';
import { formatVersion, groupRegistrationNumber } from '#shared/rules/registration-number.ts';
import { PASSWORD_RULE } from '#shared/rules/portal-password.ts';
import { counted } from '#shared/sentences/counted.ts';
import { html, type Html } from '../web/html.ts';
import { field, layout, notice } from '../web/layout.ts';
import { dateAndHour } from './mail-words.ts';
import type { CandidateFile, FileDocument } from './read-files.ts';

const SITE = 'Portail des candidats';
const HOME = '/portail';

function page(title: string, content: Html, signOut?: { csrf: string; name: string }): Html {
  return layout({
    title,
    site: SITE,
    home: HOME,
    signOut: signOut && { ...signOut, action: '/portail/deconnexion' },
    content,
  });
}

export function signInPage(email = '', fault?: string): Html {
  return page(
    'Se connecter',
    html`${fault && notice('bad', fault)}
      <form method="post" action="/portail/connexion" class="card">
        ${field({ name: 'email', label: 'Adresse électronique', type: 'email', autocomplete: 'username', value: email })}
        ${field({ name: 'password', label: 'Mot de passe', type: 'password', autocomplete: 'current-password' })}
        <button>Se connecter</button>
        <p><a href="/portail/oubli">Mot de passe oublié</a></p>
      </form>
      <p class="quiet">Un compte s’ouvre au guichet du rectorat, à votre demande.</p>`,
  );
}

export function forgottenPage(isSent: boolean): Html {
  return page(
    'Mot de passe oublié',
    isSent
      ? notice(
          'good',
          'Si un compte existe à cette adresse, un message vient d’y être envoyé. Il est valable une heure.',
        )
      : html`<form method="post" action="/portail/oubli" class="card">
          ${field({ name: 'email', label: 'Adresse électronique', type: 'email', autocomplete: 'username' })}
          <button>Recevoir un message</button>
        </form>`,
  );
}

export function passwordPage(token: string, faults: readonly string[] = []): Html {
  return page(
    'Choisir un mot de passe',
    html`${faults.length > 0 && notice('bad', `Il faut ${faults.join(', ')}.`)}
      <form method="post" action="/portail/mot-de-passe/${token}" class="card">
        ${field({
          name: 'password',
          label: 'Nouveau mot de passe',
          type: 'password',
          autocomplete: 'new-password',
          hint: `Il compte ${PASSWORD_RULE}.`,
        })}
        ${field({ name: 'again', label: 'Le même, encore une fois', type: 'password', autocomplete: 'new-password' })}
        <button>Enregistrer</button>
      </form>`,
  );
}

export function filesPage(person: { email: string; csrf: string }, files: readonly CandidateFile[]): Html {
  return page(
    'Mes inscriptions',
    html`${
        files.length === 0 ? html`<p>Aucune inscription en cours à votre nom.</p>` : files.map(fileSection)
      }
      <p class="quiet">
        Pour faire corriger une information, adressez-vous au service qui vous a inscrit. Lisez régulièrement
        votre messagerie et gardez cette adresse active jusqu’en décembre de l’année de l’examen.
      </p>`,
    { csrf: person.csrf, name: person.email },
  );
}

function fileSection(file: CandidateFile): Html {
  const { registrationNumber, version, answers, updatedMs, documents, recordId } = file;
  return html`<section aria-labelledby="n${registrationNumber}">
    <h2 id="n${registrationNumber}">
      Inscription n° ${groupRegistrationNumber(registrationNumber)}, version ${formatVersion(version)}
    </h2>
    <p class="quiet">Dernière version connue, du ${dateAndHour(updatedMs)}.</p>
    ${[1, 2, 3].map((step) => stepAnswers(STEPS[step - 1] ?? '', step, answers))}
    <h3>Mes documents</h3>
    ${
      documents.length === 0
        ? html`<p>Aucun document numérisé n’est encore arrivé.</p>`
        : html`<ul>
            ${documents.map((document, index) => documentItem(recordId, document, index))}
          </ul>`
    }
  </section>`;
}

function stepAnswers(title: string, step: number, answers: Record<string, unknown>): Html {
  const rows = FIELD_CATALOGUE.filter((one) => one.step === step)
    .map(({ path, label }) => ({ label, value: stringifyAnswer(path, answers[path], {}) }))
    .filter(({ value }) => value !== '');
  return html`<h3>${title}</h3>
    <dl>
      ${rows.map(
        ({ label, value }) =>
          html`<dt>${label}</dt>
            <dd>${value}</dd>`,
      )}
    </dl>`;
}

function documentItem(recordId: string, document: FileDocument, index: number): Html {
  const { sha256, pages, version, receivedMs } = document;
  return html`<li>
    <a href="/portail/documents/${recordId}/${sha256}" download>Page rendue ${index + 1}</a>
    (${counted(pages, 'page')}, version ${formatVersion(version)}, reçue le ${dateAndHour(receivedMs)})
  </li>`;
}

export function goodbyePage(): Html {
  return page('Vous êtes déconnecté', html`<p><a href="${HOME}">Revenir à l’accueil du portail</a></p>`);
}

export function stopPage(title: string, message: string): Html {
  return page(
    title,
    html`<p>${message}</p>
      <p><a href="${HOME}">Revenir à l’accueil du portail</a></p>`,
  );
}
