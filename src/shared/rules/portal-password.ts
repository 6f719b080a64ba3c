/** What the candidate's portal asks of a password (Grenoble guide, S4-04). */
export const PASSWORD_RULE =
  'de 8 à 20 caractères, avec au moins une minuscule, une majuscule et un caractère spécial';

/** What is missing, each as words that follow « Il faut »; empty when the password will do. */
export function passwordFaults(password: string): string[] {
  const length = [...password].length;
  return [
    ...(length < 8 ? ['au moins 8 caractères'] : []),
    ...(length > 20 ? ['au plus 20 caractères'] : []),
    ...(/\p{Ll}/u.test(password) ? [] : ['une minuscule']),
    ...(/\p{Lu}/u.test(password) ? [] : ['une majuscule']),
    ...(/[^\p{L}\p{M}\p{N}\s]/u.test(password) ? [] : ['un caractère spécial (par exemple ! ? - @)']),
  ];
}
