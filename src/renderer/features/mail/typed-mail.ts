import type { Modality } from '#shared/contract/campaign.ts';
import type { CommandInput } from '#shared/contract/index.ts';
import type { Arrival } from '#shared/contract/mail.ts';
import { parseCodePayload } from '#shared/sheet/code-payload.ts';

/** As typed; dates are ISO once they are whole. */
export interface TypedArrival {
  modality: Modality;
  postmarkedOn: string;
  receivedOn: string;
  /** Hour of the receipt, of use only where a deadline has one. */
  receivedAt: string;
}

export interface TypedMail extends TypedArrival {
  number: string;
  /** As on the sheet; empty: the last one. */
  version: string;
  signed: boolean;
  dated: boolean;
}

/** A reader of codes types what the sheet says of itself: its number and its version are taken from it. */
export function readTypedNumber(text: string | undefined): Partial<TypedMail> {
  const read = text === undefined ? undefined : parseCodePayload(text.trim());
  return read ? { number: read.code.registrationNumber, version: String(read.code.version) } : {};
}

/** `16:40`, `16h40`, `16 h`: the hour as the contract takes it; anything else as it was typed, to be refused in a sentence. */
export function readTypedHour(text: string): string {
  const match = /^(\d{1,2})\s*(?:[:h]\s*(\d{2})?)?$/i.exec(text.trim());
  return match ? `${match[1]?.padStart(2, '0')}:${match[2] ?? '00'}` : text.trim();
}

export function arrivalFromTyped({ modality, postmarkedOn, receivedOn, receivedAt }: TypedArrival): Arrival {
  return {
    modality,
    postmarkedOn: modality === 'post' && postmarkedOn !== '' ? postmarkedOn : undefined,
    receivedOn: receivedAt.trim() === '' ? receivedOn : `${receivedOn}T${readTypedHour(receivedAt)}`,
  };
}

export function mailFromTyped(typed: TypedMail): CommandInput<'returns.record'> {
  const { number, version, signed, dated } = typed;
  return {
    number,
    version: version.trim() === '' ? undefined : Number(version),
    ...arrivalFromTyped(typed),
    signed,
    dated,
  };
}
