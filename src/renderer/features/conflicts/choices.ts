import type { Conflict } from '#shared/contract/conflicts.ts';

/** Path → which side counts; absent while nobody chose. */
export type Choices = Readonly<Record<string, 'current' | 'proposed'>>;

/** The path of a proposed end. */
export const END_PATH = 'file.status';

/** What contradicts is never chosen by the program; what merely waits with it is taken unless a person says otherwise. */
export function choiceOf(choices: Choices, path: string, isContested: boolean): Choices[string] | undefined {
  return choices[path] ?? (isContested ? undefined : 'proposed');
}

export function isWholeChosen({ proposes, fields }: Conflict, choices: Choices): boolean {
  if (proposes === 'end') return choices[END_PATH] !== undefined;
  return fields.every(({ path, isContested }) => choiceOf(choices, path, isContested) !== undefined);
}

export function acceptedPaths({ proposes, fields }: Conflict, choices: Choices): string[] {
  if (proposes === 'end') return choices[END_PATH] === 'proposed' ? [END_PATH] : [];
  return fields
    .filter(({ path, isContested }) => choiceOf(choices, path, isContested) === 'proposed')
    .map(({ path }) => path);
}
