import { startCentral } from '#central/index.ts';

/** A centre in a process of its own, to be killed: `central-process.ts <data folder> [<PostgreSQL>]` prints its address and a code. */
const [dataFolder = '', databaseUrl] = process.argv.slice(2);
const central = await startCentral({ dataFolder, ...(databaseUrl === undefined ? {} : { databaseUrl }) });
const code = await central.createEnrolmentCode({ label: 'essai', validForMs: 600_000 });
process.stdout.write(`${JSON.stringify({ url: central.url, code })}\n`);
