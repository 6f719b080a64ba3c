// Rebuilds assets/reference/communes.tsv.gz from the official geographic code: `node tools/build-communes.mjs`, after
// updating @etalab/decoupage-administratif. The package (12 MB) stays a development dependency; the product reads the result.
import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import entries from '@etalab/decoupage-administratif/data/communes.json' with { type: 'json' };

const current = new Map(
  entries.filter(({ type }) => type === 'commune-actuelle').map((entry) => [entry.code, entry]),
);

/**
 * A former commune often keeps its code for the commune that replaced it; only another name is then worth a line.
 * @param {(typeof entries)[number]} entry
 */
const isWorthALine = (entry) =>
  current.get(entry.code) === entry || current.get(entry.code)?.nom !== entry.nom;

/**
 * Most peopled first, so that the first match of a search is the likeliest; former communes, uncounted, come last.
 * @param {(typeof entries)[number]} a
 * @param {(typeof entries)[number]} b
 */
const byPopulation = (a, b) => (b.population ?? -1) - (a.population ?? -1) || (a.code < b.code ? -1 : 1);

const lines = entries
  .filter(isWorthALine)
  .sort(byPopulation)
  .map(({ code, nom, codesPostaux = [], chefLieu, commune }) =>
    [code, nom, codesPostaux.join(' '), chefLieu ?? commune ?? ''].join('\t'),
  );

const target = new URL('../assets/reference/communes.tsv.gz', import.meta.url);
writeFileSync(target, gzipSync(lines.join('\n'), { level: 9 }));
process.stdout.write(`${lines.length} lignes\n`);
