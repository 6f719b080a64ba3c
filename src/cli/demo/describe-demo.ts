import type { DemoResult } from './run-demo.ts';

/** The table for people. */
export function describeDemo(result: DemoResult): string {
  const { score, sync, central } = result;
  const total = (pick: (window: DemoResult['windows'][number]) => number) =>
    result.windows.reduce((sum, window) => sum + pick(window), 0);
  const rows: [string, string][] = [
    ...byTitle(result).map(([title, count]): [string, string] => [`Inscriptions · ${title}`, String(count)]),
    ['Inscriptions faites', String(total((window) => window.registered))],
    ['Confirmations imprimées (PDF)', String(total((window) => window.sheets))],
    ['Pages rendues, lues et reconnues', `${score.identified} sur ${score.pages}`],
    [
      'Signature vue ou absente, comme en vérité',
      `${score.signatures.right} sur ${score.signatures.expected}`,
    ],
    [
      'Rubriques corrigées en rouge, retrouvées',
      `${score.redFields.found} sur ${score.redFields.expected} (en trop : ${score.redFields.extra})`,
    ],
    ['Versions 02 faites après acceptation', String(total((window) => window.newVersions))],
    [
      'Opérations reçues par le central',
      `${central.ops} (envoyées : ${sync.opsSent}, refusées : ${sync.opsRefused})`,
    ],
    ['Scans reçus par le central', `${central.scans} (envoyés : ${sync.scansSent})`],
    ['Poste et central identiques', result.equal ? `oui · ${result.stationSha256.slice(0, 16)}…` : 'NON'],
    ['Durée', `${result.seconds.toFixed(1).replace('.', ',')} s`],
  ];
  const width = Math.max(...rows.map(([label]) => label.length));
  return [
    ...rows.map(([label, value]) => `${label.padEnd(width)}   ${value}`),
    '',
    'Les signatures, corrections et scans sont simulés (src/simulator) ; la personne qui accepte les corrections est jouée.',
    `Confirmations, retours scannés, lectures et bases : ${result.folder}`,
  ].join('\n');
}

/** A campaign with several windows is one line. */
function byTitle(result: DemoResult): [string, number][] {
  const counts = new Map<string, number>();
  for (const { title, registered } of result.windows)
    counts.set(title, (counts.get(title) ?? 0) + registered);
  return [...counts];
}
