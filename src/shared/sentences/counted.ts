const NUMBER = new Intl.NumberFormat('fr-FR');

/** "0 opération reçue", "1 opération reçue", "1 200 opérations reçues". `many` where an s to each word does not make it. */
export function counted(count: number, one: string, many?: string): string {
  return `${NUMBER.format(count)} ${agreed(count, one, many)}`;
}

/** The words alone. In French the plural begins at two. */
export function agreed(count: number, one: string, many = one.replaceAll(/\p{L}+/gu, '$&s')): string {
  return count >= 2 ? many : one;
}
