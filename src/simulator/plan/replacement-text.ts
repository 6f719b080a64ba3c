import type { SeededRandom } from '../seeded-random.ts';

const WORDS = [
  'Exemple',
  'Témoin',
  'Fictive',
  'Camille',
  'Modèle',
  'Essai',
  'Dupré-Test',
  'oui',
  'non',
  'Échantillon',
];
const LONGEST = 16;

/** What a candidate might write in the place of `value`: another digit or two, another invented word. */
export function replacementFor(value: string, random: SeededRandom): string {
  if (/\d/.test(value)) return shortened(alterDigits(value, random));
  return random.pick(WORDS.filter((word) => word !== value));
}

/** People rewrite the words that change, not a whole line. */
function shortened(text: string): string {
  if (text.length <= LONGEST) return text;
  const words = text.split(' ').filter((word) => /\d/.test(word));
  return words.join(' ').slice(0, LONGEST);
}

function alterDigits(value: string, random: SeededRandom): string {
  const places = [...value].flatMap((sign, index) => (/\d/.test(sign) ? [index] : []));
  const altered = new Set([random.pick(places), random.pick(places)]);
  return [...value]
    .map((sign, index) => (altered.has(index) ? String((Number(sign) + random.integer(1, 9)) % 10) : sign))
    .join('');
}

/** The day of signing, in one of the ways people write it. */
export function handwrittenDate(random: SeededRandom): string {
  const [day, month, year] = [random.integer(1, 28), random.integer(1, 12), random.integer(24, 27)];
  const two = (value: number): string => String(value).padStart(2, '0');
  const forms = [
    `${two(day)}/${two(month)}/${year}`,
    `${two(day)}/${two(month)}/20${year}`,
    `${day}.${month}.${year}`,
    `${day}-${two(month)}-20${year}`,
    `le ${day}/${month}/${year}`,
    `${day} ${random.pick(['janv.', 'mars', 'avril', 'mai', 'juin', 'oct.', 'nov.', 'déc.'])} 20${year}`,
  ];
  return random.pick(forms);
}
