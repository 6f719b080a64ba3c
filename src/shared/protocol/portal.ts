import { z } from 'zod';
import { nonceText } from './signed-reply.ts';

/** How long a candidate has to activate the account (Grenoble guide, S4-05). */
export const ACTIVATION_LIMIT_MS = 48 * 3_600_000;
export const MAX_PORTAL_REQUESTS = 100;

/**
 * Asks for a candidate's account on the portal. The station chooses the id when the clerk asks, offline or not: sent again, it
 * is the same request, and tells what became of it.
 */
export const portalRequestSchema = z.object({
  requestId: z.uuid(),
  candidateNumber: z.string().regex(/^\d{12}$/),
  /** Whether it is a good address is the mail servers' to say: one bad address must not hold up the others. */
  email: z
    .string()
    .max(254)
    .regex(/^[^\s@"\\]+@[^\s@"\\]+$/),
});
export type PortalRequest = z.infer<typeof portalRequestSchema>;

export const portalRequestsSchema = z.object({
  requests: z.array(portalRequestSchema).max(MAX_PORTAL_REQUESTS),
});

/** `waiting`: the centre does not have the candidate yet; the other ends of a request are final but `opened`. */
export const PORTAL_STATES = ['waiting', 'opened', 'activated', 'expired', 'refused'] as const;
export type PortalState = (typeof PORTAL_STATES)[number];

/** Stable codes; a station shows one it does not know as it is. */
export const PORTAL_REASONS = [
  'candidate-unknown',
  'email-differs',
  'email-has-account',
  'email-on-other-file',
  'candidate-has-account',
  'mail-waiting',
  'mail-refused',
] as const;
export type PortalReason = (typeof PORTAL_REASONS)[number];

export const portalAnswerSchema = z.object({
  requestId: z.uuid(),
  state: z.enum(PORTAL_STATES),
  reason: z.string().max(60).nullable(),
  /** When the account is deleted unless activated; it only ever gets later. Null for other states than `opened`. */
  activateBeforeMs: z.number().int().nullable(),
});
export type PortalAnswer = z.infer<typeof portalAnswerSchema>;

export const portalReplySchema = z.object({
  kind: z.literal('portal-accounts'),
  nonce: nonceText,
  answers: z.array(portalAnswerSchema),
});
export type PortalReply = z.infer<typeof portalReplySchema>;
