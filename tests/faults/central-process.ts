import { startCentral } from '#central/index.ts';

/** A centre in a process of its own, to be killed: `central-process.ts <data folder>` prints its address and a code. */
const central = await startCentral({ dataFolder: process.argv[2] ?? '' });
const code = await central.createEnrolmentCode({ label: 'essai', validForMs: 60_000 });
process.stdout.write(`${JSON.stringify({ url: central.url, code })}\n`);
