import { z } from 'zod';
import {
  listFiltersSchema,
  listSortSchema,
  type ListFilters,
  type ListSort,
} from '#shared/contract/lists.ts';

const querySchema = z.strictObject({ filters: listFiltersSchema, sort: listSortSchema });

export interface ListQuery {
  filters: ListFilters;
  sort: ListSort;
}

export const WHOLE_LIST: ListQuery = { filters: listFiltersSchema.parse({}), sort: listSortSchema.parse({}) };

/** As kept in the address, so that coming back from a file finds the same list. Anything else is the whole list. */
export function parseListQuery(text: string | undefined): ListQuery {
  if (text === undefined) return WHOLE_LIST;
  try {
    const parsed = querySchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : WHOLE_LIST;
  } catch {
    return WHOLE_LIST;
  }
}

export function formatListQuery(query: ListQuery): string {
  return JSON.stringify(query);
}

/** How many filters narrow the list. */
export function countFilters(filters: ListFilters): number {
  return Object.values(filters).filter(
    (value) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
  ).length;
}
