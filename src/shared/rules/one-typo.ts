const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/**
 * Every word one slip of the keyboard away from this one (folded): a letter missing, doubled or too many, wrong, or two swapped.
 * About 54 words for each letter: they are looked up, which costs less than measuring a distance to every name.
 */
export function wordsOneTypoAway(word: string): Set<string> {
  const words = new Set<string>();
  for (let at = 0; at <= word.length; at += 1) {
    const before = word.slice(0, at);
    const rest = word.slice(at);
    for (const letter of LETTERS) {
      words.add(before + letter + rest);
      if (rest !== '') words.add(before + letter + rest.slice(1));
    }
    if (rest !== '') words.add(before + rest.slice(1));
    if (rest.length > 1) words.add(before + rest.charAt(1) + rest.charAt(0) + rest.slice(2));
  }
  words.delete(word);
  words.delete('');
  return words;
}
