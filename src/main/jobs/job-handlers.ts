import type { Handlers } from '#main/context.ts';

export const jobHandlers: Handlers<'jobs.get' | 'jobs.list' | 'jobs.cancel'> = {
  'jobs.get': ({ id }, { jobs }) => jobs.get(id),
  'jobs.list': (_input, { jobs }) => jobs.list(),
  'jobs.cancel': ({ id }, { jobs }) => {
    jobs.cancel(id);
    return {};
  },
};
