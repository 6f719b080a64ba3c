import { GuichetError } from '#shared/errors.ts';

/** The text of an official list, which is UTF-8, with or without its mark. Throws `reference-invalid` saying what it is instead. */
export function readListText(content: Uint8Array): string {
  const [first, second] = content;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    throw notUtf8('le fichier est en UTF-16');
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    throw notUtf8('les accents sont codés en Latin-1 ou Windows-1252');
  }
  // Latin-1 taken for UTF-8 and saved again: "é" became "Ã©".
  if (/Ã[\u0080-\u00bf©¨ª«]/.test(text)) throw notUtf8('les accents ont été abîmés par un enregistrement');
  return text;
}

function notUtf8(found: string): GuichetError {
  return new GuichetError('reference-invalid', {
    detail: { cause: `${found} : enregistrez-le en « CSV UTF-8 »` },
  });
}
