import { EXAM_LABELS } from '#shared/fields/stringify.ts';
import { verdictSentence } from '#shared/sentences/verdict-sentences.ts';
import type { Figures } from '../figures.ts';
import { dateAndHour } from '../portal/mail-words.ts';
import type { Row } from '../postgres/database.ts';
import { html, type Html } from '../web/html.ts';
import { field, hiddenToken, layout, notice } from '../web/layout.ts';
import { mayAct, OFFICE_ROLE_LABELS, type OfficeUser } from './office-users.ts';
import { table } from './table.ts';

export interface Visitor {
  user: OfficeUser;
  csrf: string;
}

const SITE = 'Serveur central des inscriptions';
const LINKS = [
  { href: '/rectorat', label: 'Postes' },
  { href: '/rectorat/receptions', label: 'Réceptions' },
  { href: '/rectorat/lots', label: 'Lots' },
  { href: '/rectorat/desaccords', label: 'Désaccords' },
  { href: '/rectorat/quarantaine', label: 'Quarantaine' },
  { href: '/rectorat/journaux', label: 'Journaux' },
  { href: '/rectorat/chiffres', label: 'Chiffres' },
];

/** More than this, and hours on paper are wrong. */
const SKEW_TO_TELL_MS = 5 * 60_000;

export function officePage(visitor: Visitor, href: string, title: string, content: Html): Html {
  const { user, csrf } = visitor;
  return layout({
    title,
    site: SITE,
    home: '/rectorat',
    links: LINKS.map((link) => ({ ...link, isCurrent: link.href === href })),
    signOut: {
      action: '/rectorat/deconnexion',
      csrf,
      name: `${user.name} (${OFFICE_ROLE_LABELS[user.role]})`,
    },
    content,
  });
}

export function officeSignInPage(login = '', fault?: string): Html {
  return layout({
    title: 'Se connecter',
    site: SITE,
    home: '/rectorat',
    content: html`${fault && notice('bad', fault)}
      <form method="post" action="/rectorat/connexion" class="card">
        ${field({ name: 'login', label: 'Identifiant', autocomplete: 'username', value: login })}
        ${field({ name: 'password', label: 'Mot de passe', type: 'password', autocomplete: 'current-password' })}
        <button>Se connecter</button>
      </form>`,
  });
}

export function stationsPage(visitor: Visitor, rows: readonly Row[], said?: Html): Html {
  const isAdministrator = mayAct(visitor.user, 'administrator');
  const heads = ['Poste', 'Académie', 'Vu le', 'À envoyer', 'Reçu', 'Horloge', 'État'];
  const cells = rows.map((row) => [
    html`<strong>${String(row['name'])}</strong><br />${String(row['office'])}<br /><span class="quiet"
        >séries ${wordOf(row['blocks'])}</span
      >`,
    String(row['academy_code']),
    momentOf(row['last_seen_ms']),
    backlogOf(row),
    html`${Number(row['head_seq'])}${Number(row['held']) > 0 && html` <br />${Number(row['held'])} en attente`}`,
    skewOf(row['clock_skew_ms']),
    html`${stateOf(row)}${isAdministrator && stationForms(row, visitor.csrf)}`,
  ]);
  return officePage(
    visitor,
    '/rectorat',
    'Postes',
    html`${said}${table(`Postes rattachés : ${rows.length}`, heads, cells)}
    ${isAdministrator && codeForm(visitor.csrf)}`,
  );
}

function codeForm(csrf: string): Html {
  return html`<h2>Rattacher un poste</h2>
    <form method="post" action="/rectorat/codes" class="card">
      ${hiddenToken(csrf)}${field({
        name: 'label',
        label: 'Bureau à qui le code est remis',
        hint: 'Le code ne sert qu’une fois, sous 24 heures. Il n’est montré qu’ici.',
      })}
      <button>Donner un code</button>
    </form>`;
}

function stationForms(row: Row, csrf: string): Html {
  const id = String(row['station_id']);
  const name = String(row['name']);
  const suspended = row['suspended_for'];
  const act = (path: string, label: string) =>
    html`<form method="post" action="/rectorat/postes/${id}/${path}">
      ${hiddenToken(csrf)}<button class="plain" aria-label="${label} ${name}">${label}</button>
    </form>`;
  return html`${suspended === null && act('suspendre', 'Suspendre')}
  ${suspended === 'office' && act('reprendre', 'Reprendre')}
  ${suspended !== null && suspended !== 'office' && act('rattacher', 'Rattacher de nouveau')}
  ${
    row['revoked_at_ms'] === null &&
    html`<form method="post" action="/rectorat/postes/${id}/revoquer">
      ${hiddenToken(csrf)}
      <div>
        <label for="d${id}">Révoquer à partir du</label
        ><input id="d${id}" name="date" type="datetime-local" required />
      </div>
      <button class="danger" aria-label="Révoquer ${name}">Révoquer</button>
    </form>`
  }`;
}

export function codePage(visitor: Visitor, code: string, label: string): Html {
  return officePage(
    visitor,
    '/rectorat/codes',
    'Code de rattachement',
    html`<p>Pour « ${label} », une fois, sous 24 heures :</p>
      <p><code class="code">${code}</code></p>
      <p class="quiet">Il ne sera plus montré.</p>`,
  );
}

export function deliveriesPage(visitor: Visitor, rows: readonly Row[]): Html {
  const heads = [
    'Reçu le',
    'Poste',
    'Bureau',
    'Opérations',
    'Intégrées',
    'En attente',
    'Conflits',
    'Hors délai',
  ];
  const cells = rows.map((row) => [
    momentOf(row['received_ms']),
    String(row['station']),
    String(row['office']),
    Number(row['ops']),
    Number(row['accepted']),
    Number(row['held']),
    Number(row['conflicts']),
    Number(row['late']),
  ]);
  return officePage(
    visitor,
    '/rectorat/receptions',
    'Réceptions',
    table('Les cent dernières, la plus récente d’abord', heads, cells),
  );
}

export function quarantinePage(
  visitor: Visitor,
  rows: readonly Row[],
  events: readonly Row[],
  said?: Html,
): Html {
  const mayDecide = mayAct(visitor.user, 'decider');
  const waiting = new Map(
    rows
      .filter(
        (row) =>
          row['decision'] === null &&
          (row['reason'] === 'station-suspended' || row['reason'] === 'outside-window') &&
          row['suspended_for'] !== 'replaced',
      )
      .map((row) => [String(row['station_id']), String(row['station'])]),
  );
  const cells = rows.map((row) => [
    momentOf(row['received_ms']),
    String(row['station']),
    Number(row['station_seq']),
    verdictSentence(String(row['reason'])),
    beforeRevocation(row),
    row['decision'] === null
      ? html`à
        décider${mayDecide && dismissForm(visitor.csrf, String(row['sha256']), Number(row['station_seq']))}`
      : `${wordOf(row['decision'])} (${wordOf(row['decided_by'])})`,
  ]);
  const eventCells = events.map((row) => [
    momentOf(row['at_ms']),
    wordOf(row['station'], 'inconnu'),
    verdictSentence(String(row['code'])),
  ]);
  const heads = ['Reçu le', 'Poste', 'Rang', 'Raison', 'Révocation', 'Décision'];
  return officePage(
    visitor,
    '/rectorat/quarantaine',
    'Quarantaine',
    html`${said}
      <p>Gardé entier, jamais appliqué de soi-même : une personne décide.</p>
      ${mayDecide && [...waiting].map(([id, name]) => admitForm(visitor.csrf, id, name))}
      ${table(`Opérations mises de côté : ${rows.length}`, heads, cells)}
      <h2>Événements de sécurité</h2>
      ${table(`Les derniers : ${eventCells.length}`, ['Le', 'Poste', 'Ce qui s’est passé'], eventCells)}`,
  );
}

function dismissForm(csrf: string, sha256: string, rank: number): Html {
  return html`<form method="post" action="/rectorat/quarantaine/${sha256}/ecarter">
    ${hiddenToken(csrf)}
    <div>
      <label for="r${sha256}">Raison</label
      ><input id="r${sha256}" name="reason" required minlength="3" maxlength="300" />
    </div>
    <button class="plain" aria-label="Écarter le rang ${rank}">Écarter</button>
  </form>`;
}

function admitForm(csrf: string, stationId: string, name: string): Html {
  return html`<form method="post" action="/rectorat/quarantaine/${stationId}/admettre" class="card">
    ${hiddenToken(csrf)}
    <p>
      Ce que « ${name} » avait saisi avant d’être arrêté, ou hors des dates, peut être admis : chaque
      opération est alors jugée comme les autres.
    </p>
    <button>Admettre les opérations de ${name}</button>
  </form>`;
}

export function figuresPage(
  visitor: Visitor,
  figures: Figures,
  counts: readonly { title: string; rows: readonly Row[] }[],
): Html {
  const totals: [string, number][] = [
    ['inscriptions', figures.records],
    ['opérations reçues', figures.ops],
    ['en attente d’une autre', figures.opsHeld],
    ['numérisations', figures.blobs],
    ['en quarantaine', figures.quarantined],
    ['postes', figures.stations],
  ];
  return officePage(
    visitor,
    '/rectorat/chiffres',
    'Chiffres',
    html`<ul class="figures">
        ${totals.map(([label, value]) => html`<li><strong>${value}</strong> ${label}</li>`)}
      </ul>
      ${counts.map(
        ({ title, rows }) =>
          html`<h2>${title}</h2>
            ${table(
              `Inscriptions reçues ${title.toLowerCase()}`,
              ['', 'Inscriptions', 'Terminées'],
              rows.map((row) => [labelOf(row), Number(row['registrations']), Number(row['ended'])]),
            )}`,
      )}`,
  );
}

function labelOf(row: Row): string {
  const label = String(row['label']);
  if (label === '') return 'non précisé';
  return Object.hasOwn(EXAM_LABELS, label) ? EXAM_LABELS[label as keyof typeof EXAM_LABELS] : label;
}

function momentOf(atMs: unknown): string {
  return typeof atMs === 'number' ? dateAndHour(atMs) : 'jamais';
}

function backlogOf(row: Row): string {
  if (typeof row['ops_pending'] !== 'number') return 'inconnu';
  return `${row['ops_pending']} opérations, ${Number(row['scans_pending'])} numérisations`;
}

function skewOf(skewMs: unknown): Html | string {
  if (typeof skewMs !== 'number') return 'inconnue';
  if (Math.abs(skewMs) <= SKEW_TO_TELL_MS) return 'à l’heure';
  const minutes = Math.round(Math.abs(skewMs) / 60_000);
  return html`<strong>${minutes} min ${skewMs > 0 ? 'd’avance' : 'de retard'}</strong>`;
}

function stateOf(row: Row): string {
  if (typeof row['revoked_at_ms'] === 'number')
    return `révoqué à partir du ${dateAndHour(row['revoked_at_ms'])}`;
  if (row['suspended_for'] === null) return 'en service';
  if (row['suspended_for'] === 'replaced') return 'remplacé : le poste a été rattaché de nouveau';
  return row['suspended_for'] === 'office'
    ? 'suspendu par le rectorat'
    : `suspendu : ${suspensionWords(wordOf(row['suspended_for']))} Donnez au bureau un code par « Rattacher de nouveau » : le poste reprendra alors ce qu’il n’a pas pu remettre.`;
}

function suspensionWords(reason: string): string {
  return reason === 'key-forked'
    ? 'une clé que le poste avait remplacée a servi encore : deux ordinateurs l’ont eue.'
    : verdictSentence(reason);
}

function beforeRevocation(row: Row): string {
  if (typeof row['revoked_at_ms'] !== 'number') return '';
  const { capturedAtMs } = JSON.parse(String(row['canonical'])) as { capturedAtMs: number };
  return capturedAtMs <= row['revoked_at_ms'] ? 'saisie avant' : 'saisie après';
}

function wordOf(value: unknown, otherwise = ''): string {
  return typeof value === 'string' ? value : otherwise;
}
