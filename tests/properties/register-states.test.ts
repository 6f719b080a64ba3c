import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findCampaign } from '#main/domains/campaigns/index.ts';
import { filePieces } from '#main/domains/pieces/index.ts';
import { findRegistration } from '#main/domains/registrations/index.ts';
import { STATUSES, type RegistrationStatus } from '#shared/contract/registrations.ts';
import { localDate } from '#shared/rules/local-time.ts';
import { hasEnded, liveStatus } from '#shared/rules/registration-status.ts';
import { acts, type Act } from './register-acts.ts';
import { aRegister, sha256, type Register } from './register-model.ts';

const RUNS = 40;
const ENDS: RegistrationStatus[] = ['withdrawn', 'cancelled', 'excluded'];
const LIVE: RegistrationStatus[] = ['awaitingReturn', 'returned', 'complete'];

type Picture = Map<string, { status: RegistrationStatus; version: number; content: string }>;

/** All that is kept of each file, to see what an act changed. */
function pictureOf({ context: { database }, numbers }: Register): Picture {
  return new Map(
    numbers.map((number) => {
      const file = findRegistration(database, number);
      if (!file) throw new Error(`the file ${number} is gone`);
      const kept = ['registration_event', 'piece_state', 'confirmation_return', 'registration_version'].map(
        (table) => database.all(`SELECT * FROM ${table} WHERE registration_id = ?`, file.id),
      );
      return [number, { status: file.status, version: file.version, content: JSON.stringify([file, kept]) }];
    }),
  );
}

function expectNothingImpossible(register: Register, act: Act, before: Picture, after: Picture): void {
  for (const [number, was] of before) {
    const now = after.get(number);
    if (hasEnded(was.status)) expect(now, 'an ended file changed').toEqual(was);
    else expect([...LIVE, ...ENDS], 'a state that does not exist').toContain(now?.status);
    const isVersioned = now?.version !== was.version;
    if (isVersioned) expect([now?.version, now?.status]).toEqual([was.version + 1, 'awaitingReturn']);
    const byPerson = { withdraw: 'withdrawn', cancel: 'cancelled', exclude: 'excluded' } as const;
    if (now && hasEnded(now.status) && !hasEnded(was.status))
      expect(byPerson[act.kind as keyof typeof byPerson], 'an end nobody decided').toBe(now.status);
    if (!register.isOpen())
      expect([isVersioned, act.kind === 'withdraw' && now?.status !== was.status]).toEqual([false, false]);
  }
  if (!register.isOpen()) expect(after.size, 'a registration outside the window').toBe(before.size);
}

function expectStatusesThatFollow({ context, reference, numbers, clock }: Register): void {
  for (const number of numbers) {
    const file = findRegistration(context.database, number);
    const campaign = file && findCampaign(context, reference, file.campaignId);
    if (!file || !campaign || hasEnded(file.status)) continue;
    const pieces = filePieces(context.database, file, campaign, reference);
    expect(file.status).toBe(liveStatus(pieces, localDate(clock.nowMs(), campaign.timeZone)));
  }
}

function expectSoundBase({ context: { database }, numbers }: Register): void {
  const doubles = database.all(
    `SELECT candidate_id FROM registration WHERE status NOT IN ('withdrawn', 'cancelled', 'excluded')
     GROUP BY candidate_id, exam, exam_year HAVING count(*) > 1`,
  );
  const gaps = database.all(
    `SELECT r.id FROM registration r JOIN registration_version v ON v.registration_id = r.id
     GROUP BY r.id HAVING count(*) <> r.version OR max(v.version) <> r.version OR min(v.version) <> 1`,
  );
  const ops = database.all(
    'SELECT op_id, station_seq, record_id, unsealed(canonical, op_id) AS canonical FROM outbox_op JOIN outbox_text USING (op_id) ORDER BY station_seq',
  );
  const lastOf = new Map<unknown, unknown>();
  const broken = ops.filter(({ op_id, station_seq, record_id, canonical }, index) => {
    const op = JSON.parse(String(canonical)) as { previousHash: string; parentOp: string | null };
    const previous = ops[index - 1];
    const isChained = op.previousHash === (previous ? sha256(String(previous['canonical'])) : '0'.repeat(64));
    const isFollowing = op.parentOp === (lastOf.get(record_id) ?? null);
    lastOf.set(record_id, op_id);
    return station_seq !== index + 1 || !isChained || !isFollowing;
  });
  expect({ doubles, gaps, broken, reused: numbers.length - new Set(numbers).size }).toEqual({
    doubles: [],
    gaps: [],
    broken: [],
    reused: 0,
  });
}

it(
  'whatever clerks and time do, in any order, no file is ever in a state it cannot be in',
  { timeout: 120_000 },
  async () => {
    const seed = Number(process.env['GUICHET_SEED'] ?? Date.now() % 2 ** 31);
    process.stdout.write(`register-states: GUICHET_SEED=${seed}\n`);
    const seen = new Set<RegistrationStatus>();
    const property = fc.asyncProperty(acts, async (list) => {
      const register = aRegister();
      let before = pictureOf(register);
      for (const act of list) {
        await register.play(act);
        const after = pictureOf(register);
        expectNothingImpossible(register, act, before, after);
        expectStatusesThatFollow(register);
        for (const { status } of after.values()) seen.add(status);
        before = after;
      }
      expectSoundBase(register);
    });
    await fc.assert(property, { seed, numRuns: RUNS });
    // Not one of the states was out of reach of the walk.
    expect([...seen].sort()).toEqual([...STATUSES].sort());
  },
);
