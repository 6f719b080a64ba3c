import { SignPdf } from '@signpdf/signpdf';
import { Signer } from '@signpdf/utils';
import { PDFDocument } from 'pdf-lib';
import { cadesSignature, type SealKey } from './cades-signature.ts';
import { placeSignature, type SealFacts } from './place-signature.ts';

export type { SealKey } from './cades-signature.ts';

/** Room for the signature and its certificates, in bytes. */
const ROOM = 16_000;

/** Whether this key can seal: its kind is known, and its chain has room. */
export async function canSeal(key: SealKey): Promise<boolean> {
  try {
    return (await cadesSignature(new Uint8Array(1), key)).length <= ROOM;
  } catch {
    return false;
  }
}

/** Seals a PDF as it is, nothing of it drawn anew: PAdES baseline B (ETSI EN 319 142-1, 6), invisible. */
export async function sealPdf(pdf: Uint8Array, key: SealKey, facts: SealFacts): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  placeSignature(document, facts, ROOM);
  const prepared = await document.save({ useObjectStreams: false, addDefaultPage: false });
  return new Uint8Array(await new SignPdf().sign(prepared, new SealSigner(key)));
}

class SealSigner extends Signer {
  readonly #key: SealKey;

  constructor(key: SealKey) {
    super();
    this.#key = key;
  }

  override async sign(content: Buffer): Promise<Buffer> {
    return Buffer.from(await cadesSignature(content, this.#key));
  }
}
