import type { Handlers, StationContext } from '#main/context.ts';
import type { CommandName } from '#shared/contract/index.ts';
import { readListFile } from './import/import-list.ts';
import { inReadingOrder } from './list-countries.ts';
import type { Reference } from './reference.ts';
import { describeLists, keepEntries, readStationLists } from './station-lists.ts';

type ListCommand = 'reference.lists' | 'reference.import';
type ReferenceCommand = Exclude<Extract<CommandName, `reference.${string}`>, ListCommand>;

const COMMUNES_SHOWN = 20;

/** What the world is like, whoever asks. */
export function referenceHandlers(reference: Reference): Handlers<ReferenceCommand, unknown> {
  return {
    'reference.specialties': (query) => reference.specialtiesOf(query),
    'reference.examPapers': ({ specialtyCode }) => reference.findExamPapers(specialtyCode) ?? null,
    'reference.academies': () => [...reference.academies],
    'reference.communes': ({ query }) => reference.searchCommunes(query, COMMUNES_SHOWN),
    'reference.countries': () => inReadingOrder(reference.lists.countries),
    'reference.physicalEducation': () => reference.physicalEducation,
    'reference.achievementRules': () => reference.achievementRules,
  };
}

/** The station's own lists, kept in its base and in force at once. */
export function referenceListHandlers(reference: Reference): Handlers<ListCommand> {
  return {
    'reference.lists': (_input, { database }) => describeLists(database, reference.lists),
    'reference.import': ({ kind, fileName, content }, context) => {
      const { result, entries } = readListFile(content, kind, reference);
      keepEntries(context, { kind: result.kind, fileName, entries });
      layStationLists(reference, context);
      context.emit('reference.changed', {});
      return result;
    },
  };
}

/** Puts what this base holds over what the program ships. */
export function layStationLists(reference: Reference, { database }: Pick<StationContext, 'database'>): void {
  reference.layOver(readStationLists(database));
}
