import { signedSchema, type Signed } from './signed-reply.ts';

/** With the last byte of a file the centre returns its receipt here: tus leaves no body for it. */
export const RECEIPT_HEADER = 'guichet-receipt';

/** A receipt is plain ASCII, so that JSON itself is the value of a header. */
export function receiptText(receipt: Signed): string {
  return JSON.stringify(receipt);
}

/** Undefined when there is none, or nothing that looks like one: then it is asked for. */
export function readReceiptText(header: unknown): Signed | undefined {
  if (typeof header !== 'string') return undefined;
  try {
    return signedSchema.safeParse(JSON.parse(header)).data;
  } catch {
    return undefined;
  }
}
