import { expect, it } from 'vitest';
import type { Agent } from '#shared/contract/station.ts';
import { requireUndecided } from './decide.ts';

const agent = (login: string) => ({
  agent: { id: login, login, name: login, role: 'counterAgent' } as Agent,
});
const asked = { decision: 'asked', askedBy: 'premiere' } as const;

it('a page handed over is decided by anyone but who asked, unless she says that she is alone', () => {
  const outcome = (login: string, alone: boolean) => {
    try {
      requireUndecided(agent(login), asked, { alone });
      return 'decides';
    } catch (error) {
      return (error as { code: string }).code;
    }
  };
  expect([outcome('seconde', false), outcome('premiere', false), outcome('premiere', true)]).toEqual([
    'decides',
    'second-person-needed',
    'decides',
  ]);
});
