import type { z } from 'zod';
import { listFiltersSchema } from '#shared/contract/lists.ts';
import { UsageError, type CommandLine } from '../command.ts';

type Filters = z.input<typeof listFiltersSchema>;

/** What `--filter NOM=VALEUR` may narrow by; several values are separated by commas. */
export const FILTER_HELP = [
  '  --filter  NOM=VALEUR, plusieurs fois : campaign, exam, specialty, status, category, clerk, from, to (jours locaux AAAA-MM-JJ),',
  '            sync (pending, acknowledged, refused), locked, complete (yes, no), text',
  '            exam et status prennent plusieurs valeurs : --filter exam=cap,bp',
];

const READERS: Record<string, (value: string) => Record<string, unknown>> = {
  campaign: (value) => ({ campaignId: value }),
  exam: (value) => ({ exams: value.split(',') }),
  specialty: (value) => ({ specialtyCode: value }),
  status: (value) => ({ statuses: value.split(',') }),
  category: (value) => ({ category: value }),
  clerk: (value) => ({ clerk: value }),
  from: (value) => ({ registeredFrom: value }),
  to: (value) => ({ registeredTo: value }),
  sync: (value) => ({ syncState: value }),
  locked: (value) => ({ isLocked: yesOrNo(value) }),
  complete: (value) => ({ isComplete: yesOrNo(value) }),
  text: (value) => ({ text: value }),
};

/** The filters typed on the command line. Throws UsageError for one that does not exist or has an impossible value. */
export function filtersOf(line: CommandLine): Filters {
  const typed = line.options['filter'];
  const filters = (Array.isArray(typed) ? typed : []).reduce<Record<string, unknown>>((all, pair) => {
    const [, name = '', value = ''] = /^([a-z]+)=(.+)$/.exec(pair) ?? [];
    const read = Object.hasOwn(READERS, name) ? READERS[name] : undefined;
    if (!read) throw new UsageError(`« ${pair} » n’est pas un filtre.`);
    return { ...all, ...read(value) };
  }, {});
  const parsed = listFiltersSchema.safeParse(filters);
  if (parsed.success) return parsed.data;
  const names = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))];
  throw new UsageError(`Valeur de filtre impossible (${names.join(', ')}).`);
}

function yesOrNo(value: string): boolean | string {
  return value === 'yes' ? true : value === 'no' ? false : value;
}
