/**
 * The NIR (social security number) is absent from the closed list of data the examination files may hold
 * (arrêté of 22 April 2013, art. 2), so a string that looks like one is refused in every free field.
 * 13 digits (or Corsica's 2A/2B), with or without the 2-digit key and spacing.
 */
export function looksLikeNir(value: string): boolean {
  const compact = value.replace(/[\s.\-]/g, '').toUpperCase();
  return /(?<!\d)[1-478]\d{2}(0[1-9]|1[0-2]|[2-9]\d)(\d{2}|2[AB])\d{6}(\d{2})?(?!\d)/.test(compact);
}
