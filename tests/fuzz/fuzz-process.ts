import { ftruncateSync, openSync, writeSync } from 'node:fs';
import { PARSERS } from './all-parsers.ts';
import { inputAt, PLACE_BYTES, playInput, prepared } from './play-input.ts';

/**
 * `fuzz-process.ts <seed> <place file> <parser:from:to>…` plays inputs and says on standard output, by the line, what went wrong. What it
 * is at stands in the place file: whoever finds this process dead or stuck knows by which input.
 */
const [seed = '0', placeFile = '', ...plans] = process.argv.slice(2);
const place = openSync(placeFile, 'w');

function say(line: Record<string, unknown>): void {
  writeSync(1, `${JSON.stringify(line)}\n`);
}

for (const plan of plans) {
  const [name = '', from, to] = plan.split(':');
  const parser = PARSERS.find((one) => one.name === name);
  if (!parser) throw new Error(`no parser ${name}`);
  const ready = await prepared(parser);
  let [read, refused] = [0, 0];
  for (let index = Number(from); index < Number(to); index += 1) {
    const input = inputAt(ready, name, Number(seed), index);
    ftruncateSync(place, PLACE_BYTES);
    writeSync(place, `${name}:${index}`.padEnd(PLACE_BYTES), 0);
    writeSync(place, input, 0, input.length, PLACE_BYTES);
    const ending = await playInput(ready, input);
    if (ending.kind === 'read') read += 1;
    else if (ending.kind === 'refused') refused += 1;
    else
      say({
        kind: 'thrown',
        parser: name,
        index,
        error: ending.error,
        input: Buffer.from(input).toString('base64'),
      });
  }
  ready.close?.();
  say({ kind: 'played', parser: name, from: Number(from), to: Number(to), read, refused });
}
say({ kind: 'ended', peakMiB: Math.round(process.resourceUsage().maxRSS / 1024) });
