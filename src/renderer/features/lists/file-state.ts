import type { ListFilters } from '#shared/contract/lists.ts';

export const FILE_STATES = [
  { value: 'complete', label: 'Complet' },
  { value: 'incomplete', label: 'Incomplet' },
  { value: 'locked', label: 'Pièces verrouillées' },
  { value: 'unlocked', label: 'Pièces non verrouillées' },
] as const;
type FileState = (typeof FILE_STATES)[number]['value'];

/** Which of them the filters say; one of two yes-or-no questions at a time. */
export function completenessOf({ isComplete, isLocked }: ListFilters): FileState | undefined {
  if (isComplete !== undefined) return isComplete ? 'complete' : 'incomplete';
  if (isLocked !== undefined) return isLocked ? 'locked' : 'unlocked';
  return undefined;
}

export function fileStateFilters(state: FileState | undefined): Pick<ListFilters, 'isComplete' | 'isLocked'> {
  return {
    isComplete: state === 'complete' ? true : state === 'incomplete' ? false : undefined,
    isLocked: state === 'locked' ? true : state === 'unlocked' ? false : undefined,
  };
}
