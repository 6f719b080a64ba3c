import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CentralOptions } from '#central/index.ts';
import { checkCampaign } from '#shared/rules/campaign-check.ts';
import { textOption, UsageError, type CommandLine } from '../command.ts';

/** `--campaigns DIR`: the files counters import, whose dates the centre asks of registrations. */
export function campaignsOf(line: CommandLine): Pick<CentralOptions, 'campaigns'> {
  const named = textOption(line, 'campaigns');
  if (named === undefined) return {};
  const folder = line.io.resolve(named);
  return {
    campaigns: namesIn(folder).map((name) => {
      const { campaign } = checkCampaign(jsonOf(join(folder, name)));
      if (!campaign)
        throw new UsageError(`${name} n’est pas une campagne : voyez « guichet campaigns check ».`);
      return campaign;
    }),
  };
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.json'));
  } catch {
    throw new UsageError('--campaigns est un dossier de campagnes (.json).');
  }
}

/** Undefined is no campaign. */
function jsonOf(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
