import { createHash } from 'node:crypto';
import type { StationContext } from '#main/context.ts';
import { keepCampaign } from '#main/domains/campaigns/campaign-store.ts';
import { fileLifeHandlers } from '#main/domains/file-life/index.ts';
import { mailHandlers } from '#main/domains/mail/index.ts';
import { openReference, type Reference } from '#main/domains/reference/index.ts';
import { registrationHandlers } from '#main/domains/registrations/index.ts';
import { GuichetError } from '#shared/errors.ts';
import type { Act } from './register-acts.ts';
import { anAnswer } from '../builders/answers.ts';
import { aCampaign } from '../builders/campaign.ts';
import { aClock, type TestClock } from '../builders/clock.ts';
import { aSyncStation } from '../builders/sync-station.ts';

/** Open from 1 to 30 November, 17 h; confirmations by 7 December. */
const CAMPAIGN = aCampaign({
  training: false,
  windows: [
    {
      exams: ['cap'],
      opensAt: '2026-11-01',
      closesAt: '2026-11-30T17:00',
      confirmationReturn: { deadline: { kind: 'afterClosing', days: 7 } },
    },
  ],
});
const OPENS_MS = Date.parse('2026-10-31T23:00:00Z');
const CLOSES_MS = Date.parse('2026-11-30T16:00:00Z');
const FIRST_DAY = '2026-10-29T10:00:00Z';
const DAY_MS = 86_400_000;

export interface Register {
  context: StationContext;
  reference: Reference;
  clock: TestClock;
  numbers: string[];
  /** The code of the refusal, or undefined when it was done. */
  play(act: Act): Promise<string | undefined>;
  isOpen(): boolean;
}

let kept: Reference | undefined;

/** The real register on a real base, with only the clock in our hands. */
export function aRegister(): Register {
  const station = aSyncStation();
  const clock = aClock(FIRST_DAY);
  const context = { ...station.context, clock };
  const reference = (kept ??= openReference());
  keepCampaign(context.database, CAMPAIGN, 'agent.essai', 0);
  const commands = {
    ...registrationHandlers(reference),
    ...fileLifeHandlers(reference),
    ...mailHandlers(reference),
  };
  const numbers: string[] = [];
  const numberAt = (index: number) => numbers[index % Math.max(1, numbers.length)] ?? '273500000000102';

  const run = async (act: Act): Promise<unknown> => {
    switch (act.kind) {
      case 'wait':
        return clock.set(new Date(clock.nowMs() + act.days * DAY_MS).toISOString());
      case 'create': {
        const answers = anAnswer({
          'candidature.campaignId': CAMPAIGN.id,
          'identification.givenNames': act.person,
          'identification.email': `${act.person.toLowerCase()}@example.org`,
        });
        const made = await commands['registrations.register']({ answers, overrides: [] }, context);
        return numbers.push(made.registrationNumber);
      }
      case 'amend': {
        const changes = { 'identification.locality': act.locality };
        const input = { number: numberAt(act.file), changes, overrides: [] };
        return commands['registrations.amend'](input, context);
      }
      case 'withdraw':
      case 'cancel':
      case 'exclude':
        return end(act.kind, numberAt(act.file));
      case 'record':
        return commands['returns.record']({ number: numberAt(act.file), ...mailOf(act, clock) }, context);
      case 'piece':
        return commands['pieces.set'](
          { number: numberAt(act.file), pieceId: act.pieceId, state: act.state, reason: 'Essai' },
          context,
        );
      case 'lock':
        return commands['pieces.lock']({ number: numberAt(act.file) }, context);
      case 'unlock':
        return commands['pieces.unlock']({ number: numberAt(act.file), reason: 'Essai' }, context);
    }
  };

  async function end(kind: 'withdraw' | 'cancel' | 'exclude', number: string): Promise<unknown> {
    const reason = 'Essai';
    if (kind === 'withdraw') return commands['registrations.withdraw']({ number, reason }, context);
    const command = kind === 'cancel' ? 'registrations.cancel' : 'registrations.exclude';
    const { refused } = await commands[command]({ numbers: [number], reason }, context);
    if (refused[0]) throw new GuichetError(refused[0].code);
    return undefined;
  }

  return {
    context,
    reference,
    clock,
    numbers,
    isOpen: () => clock.nowMs() >= OPENS_MS && clock.nowMs() < CLOSES_MS,
    async play(act) {
      try {
        await run(act);
        return undefined;
      } catch (error) {
        if (error instanceof GuichetError) return error.code;
        throw error;
      }
    },
  };
}

function mailOf(act: Extract<Act, { kind: 'record' }>, clock: TestClock) {
  const receivedOn = new Date(clock.nowMs()).toISOString().slice(0, 10);
  const { version, signed, dated, modality } = act;
  const postmark = new Date(clock.nowMs() - act.daysInPost * DAY_MS).toISOString().slice(0, 10);
  return {
    version,
    signed,
    dated,
    modality,
    receivedOn,
    ...(modality === 'post' ? { postmarkedOn: postmark } : {}),
  };
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
