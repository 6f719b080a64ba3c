import { html, type Html } from './html.ts';

export interface Page {
  title: string;
  /** Name of the site, above everything. */
  site: string;
  home: string;
  /** Links of a signed-in person; the current one is marked. */
  links?: readonly { href: string; label: string; isCurrent?: boolean }[];
  /** The form that signs out, where there is a session. */
  signOut?: { action: string; csrf: string; name: string } | undefined;
  content: Html;
}

export function layout({ title, site, home, links = [], signOut, content }: Page): Html {
  return html`<!doctype html>
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} – ${site}</title>
        <link rel="stylesheet" href="/pages/style.css" />
      </head>
      <body>
        <a class="skip" href="#contenu">Aller au contenu</a>
        <header>
          <p class="site"><a href="${home}">${site}</a></p>
          ${
            links.length > 0 &&
            html`<nav aria-label="Pages">
              <ul>
                ${links.map(linkItem)}
              </ul>
            </nav>`
          }
          ${signOut && signOutForm(signOut)}
        </header>
        <main id="contenu" tabindex="-1">
          <h1>${title}</h1>
          ${content}
        </main>
      </body>
    </html>`;
}

function linkItem({ href, label, isCurrent }: { href: string; label: string; isCurrent?: boolean }): Html {
  return html`<li><a href="${href}" ${isCurrent && html` aria-current="page"`}>${label}</a></li>`;
}

function signOutForm({ action, csrf, name }: { action: string; csrf: string; name: string }): Html {
  return html`<form method="post" action="${action}" class="sign-out">
    <span>${name}</span>${hiddenToken(csrf)}<button class="plain">Se déconnecter</button>
  </form>`;
}

export function hiddenToken(csrf: string): Html {
  return html`<input type="hidden" name="csrf" value="${csrf}" />`;
}

/** Said first, and read aloud when the page opens. */
export function notice(tone: 'good' | 'bad', text: Html | string): Html {
  return html`<div class="notice ${tone}" role="${tone === 'bad' ? 'alert' : 'status'}"><p>${text}</p></div>`;
}

interface Field {
  name: string;
  label: string;
  type?: string;
  autocomplete?: string;
  value?: string;
  hint?: string;
}

export function field({ name, label, type = 'text', autocomplete = 'off', value = '', hint }: Field): Html {
  return html`<div class="field">
    <label for="${name}">${label}</label>
    ${hint && html`<p class="hint" id="${name}-hint">${hint}</p>`}
    <input
      id="${name}"
      name="${name}"
      type="${type}"
      autocomplete="${autocomplete}"
      value="${value}"
      required${hint && html` aria-describedby="${name}-hint"`}
    />
  </div>`;
}
