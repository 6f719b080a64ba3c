import { importBatches } from '#central/index.ts';

/** An import beside a centre in a process of its own, to be killed: `import-child.ts <place as JSON> <file…>`. */
const [place = '{}', ...files] = process.argv.slice(2);
const outcomes = await importBatches(JSON.parse(place) as Parameters<typeof importBatches>[0], files);
process.stdout.write(
  `${outcomes.map((outcome) => ('refused' in outcome ? outcome.refused.code : 'taken')).join(' ')}\n`,
);
