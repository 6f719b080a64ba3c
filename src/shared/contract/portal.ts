import { z } from 'zod';
import { PORTAL_STATES } from '../protocol/portal.ts';
import { defineCommand } from './define.ts';

export const portalRequestStatusSchema = z.strictObject({
  email: z.string(),
  /** `toSend`: not yet gone from this station; then what the centre said last. */
  state: z.enum(['toSend', ...PORTAL_STATES]),
  reason: z.string().nullable(),
  agent: z.string(),
  askedAtMs: z.number(),
  /** Local date and minute after which an account nobody activated is deleted; null where the centre named none. */
  activateBefore: z.string().nullable(),
});
export type PortalRequestStatus = z.infer<typeof portalRequestStatusSchema>;

const byNumber = z.strictObject({ number: z.string() });

/** The candidate's account on the portal. The counter asks for it; the password is the candidate's alone. */
export const portalContract = {
  /** Asks for an account at the address of the file, whether the line is up or not; it leaves with the next sending. */
  'portal.request': defineCommand({ access: 'agent', input: byNumber, output: portalRequestStatusSchema }),
  /** Requests of this file, newest first. */
  'portal.requests': defineCommand({
    access: 'agent',
    input: byNumber,
    output: z.array(portalRequestStatusSchema),
  }),
};
