/** In the address, stands for the pages of every stack that wait for a second person. */
export const SECOND_LOOK = 'second-regard';

/** What to ask the core for. */
export function listInput(stackId: string): { stackId?: string; asked: boolean } {
  return stackId === SECOND_LOOK ? { asked: true } : { stackId, asked: false };
}
