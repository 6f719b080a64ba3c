import { encodeQR } from 'qr';
import { html, Html } from '../web/html.ts';
import type { ImportedVolume } from './import-batch.ts';

const MOMENT = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short' });

const STYLE = new Html(
  `body{font:12pt sans-serif;margin:20mm}th{text-align:left;padding-right:8mm;font-weight:normal}
svg{width:70mm;height:70mm}code{font-size:8pt;word-break:break-all}`,
);

/** One page to print and hand over when the key does not go back: figures, and the signed code that stands for them. */
export function receiptPage(imported: ImportedVolume): string {
  const { batchId, volume, station, received, refused, ops, scans, importedAtMs, code } = imported;
  const facts: [string, string | number][] = [
    ['Poste', station.name],
    ['Lot', batchId.slice(0, 8)],
    ['Volume', `${volume.number} sur ${volume.count}`],
    ['Reçu le', MOMENT.format(importedAtMs)],
    ['Opérations reçues', received],
    ['Refusées ou mises à part', refused],
    ['En attente d’une autre', ops.length - received - refused],
    ['Numérisations au centre', scans.filter(({ state }) => state !== 'kept-back').length],
  ];
  const rows = facts.map(
    ([term, value]) =>
      html`<tr>
        <th>${term}</th>
        <td>${value}</td>
      </tr>`,
  );
  const image = new Html(encodeQR(code, 'svg', { ecc: 'medium' }));
  return html`<!doctype html>
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <title>Reçu du lot ${batchId.slice(0, 8)}</title>
        <style>
          ${STYLE}
        </style>
      </head>
      <body>
        <h1>Reçu de lot</h1>
        <table>
          ${rows}
        </table>
        ${image}
        <p><code>${code}</code></p>
        <p>
          À saisir au poste : Lots, « Code d’un reçu imprimé ». Il dit que le volume est arrivé ; seul le
          fichier de reçu règle chaque opération.
        </p>
      </body>
    </html> `.text;
}
