import { expect, it } from 'vitest';
import { setImmediate as oneRound } from 'node:timers/promises';
import { sharedWaitingRoom, waitingRoom } from './waiting-room.ts';

it('lets two in at once, the others in the order they came, also after one that failed', async () => {
  const enter = waitingRoom(2);
  const begun: number[] = [];
  let inside = 0;
  let most = 0;
  const work = (number: number) => async () => {
    begun.push(number);
    inside += 1;
    most = Math.max(most, inside);
    await oneRound();
    inside -= 1;
    if (number === 1) throw new Error('refused');
    return number;
  };
  const ended = await Promise.allSettled([0, 1, 2, 3, 4].map((number) => enter(work(number))));

  expect({ begun, most, ended: ended.map(({ status }) => status) }).toEqual({
    begun: [0, 1, 2, 3, 4],
    most: 2,
    ended: ['fulfilled', 'rejected', 'fulfilled', 'fulfilled', 'fulfilled'],
  });
  expect(await enter(work(5))).toBe(5);
});

it('lets nobody hold more places than its share, and others in past the rest of its requests', async () => {
  const enter = sharedWaitingRoom(3, 2);
  const begun: string[] = [];
  const leave = Promise.withResolvers<undefined>();
  const stay = (who: string) =>
    enter(who, async () => {
      begun.push(who);
      await leave.promise;
    });
  const all = ['a', 'a', 'a', 'a', 'b', 'c'].map(stay);
  await oneRound();
  const before = [...begun];
  leave.resolve(undefined);
  await Promise.all(all);

  expect({ before, after: begun.toSorted() }).toEqual({
    before: ['a', 'a', 'b'],
    after: ['a', 'a', 'a', 'a', 'b', 'c'],
  });
});
