import { expect, it } from 'vitest';
import { aPhotographer, aReader } from './pictures.ts';
import { followHandbook } from './tour.ts';

/** Set by `npm run manual:shots`. */
const isTaking = process.env['MANUAL_SHOTS'] === '1';

it(
  'the screens that the handbook shows say what they say on its pictures, and a page is refused with a reason as it tells',
  { timeout: 120_000 },
  async () => {
    const photographer = isTaking ? aPhotographer() : aReader();
    const { complaints, page } = await followHandbook(photographer);
    photographer.finish();
    expect({
      decision: page?.decision,
      reason: page?.decisionReason,
      by: page?.decidedBy,
      complaints,
    }).toEqual({ decision: 'refused', reason: 'Signature manquante', by: 'agent.essai', complaints: [] });
  },
);
