import type { Handlers } from '#main/context.ts';
import type { CommandName } from '#shared/contract/index.ts';
import type { Reference } from './reference.ts';

type ReferenceCommand = Extract<CommandName, `reference.${string}`>;

const COMMUNES_SHOWN = 20;

/** The `reference.*` commands. They need nothing of the station: the same before and after unlocking. */
export function referenceHandlers(reference: Reference): Handlers<ReferenceCommand, unknown> {
  return {
    'reference.specialties': (query) => reference.specialtiesOf(query),
    'reference.examPapers': ({ specialtyCode }) => reference.findExamPapers(specialtyCode) ?? null,
    'reference.academies': () => [...reference.academies],
    'reference.communes': ({ query }) => reference.searchCommunes(query, COMMUNES_SHOWN),
  };
}
