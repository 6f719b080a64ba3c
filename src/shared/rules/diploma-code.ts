/**
 * The national code of a diploma in the spelling we store. The open data writes it in five ways (`400-24202 V`,
 * `56133605T`, `56123205 S`, `45023201`, `500-33205T`). Undefined for anything else.
 */
export function diplomaCode(text: string): string | undefined {
  const code = text.toUpperCase().replace(/[^0-9A-Z]/g, '');
  return /^\d{8}[A-Z]?$/.test(code) ? code : undefined;
}
