import { z } from 'zod';
import { enrolmentSchema } from './replies.ts';
import { enrolmentRequestSchema } from './requests.ts';
import { signatureText } from './signed-reply.ts';

/**
 * Enrolment without a line: the request as a file, signed over its canonical form by the key it brings. Whoever takes it in at the centre
 * stands for the one-time code.
 */
export const enrolmentFileSchema = z.strictObject({
  kind: z.literal('enrolment-request'),
  request: enrolmentRequestSchema,
  signature: signatureText,
});
export type EnrolmentFile = z.infer<typeof enrolmentFileSchema>;

/** What comes back, signed as a reply; the second half of a code, told apart, says by which key. */
export const enrolmentAnswerSchema = enrolmentSchema.omit({ nonce: true }).extend({
  kind: z.literal('enrolment-answer'),
  /** Where the centre will be found once there is a line. */
  serverUrl: z.url({ protocol: /^https?$/ }).max(200),
});
export type EnrolmentAnswer = z.infer<typeof enrolmentAnswerSchema>;

/** No file of enrolment is larger. */
export const MAX_ENROLMENT_FILE_BYTES = 64 * 1024;
