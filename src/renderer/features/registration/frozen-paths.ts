import { FIELD_CATALOGUE } from '#shared/fields/catalogue.ts';
import { answerAt } from './answer-at.ts';

const IDENTITY_PATHS = FIELD_CATALOGUE.filter(({ fieldClass }) => fieldClass === 'identity').map(
  ({ path }) => path,
);

/** Once somebody has a candidature her identity is shown and no longer typed. */
export const FROZEN_IDENTITY: ReadonlySet<string> = new Set(IDENTITY_PATHS);

/** For a further registration: what was said stays, what was never said may be added. */
export function frozenPathsOf(identification: object): ReadonlySet<string> {
  const said = (path: string) => answerAt({ identification }, path) !== undefined;
  return new Set(IDENTITY_PATHS.filter(said));
}
