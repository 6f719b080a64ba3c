import { SuggestionBox } from '../ui/SuggestionBox.tsx';
import { textOf, type FieldInputProps } from './field-kind.ts';
import { matchesWords } from './matches-words.ts';

/** The languages most asked for; any other is typed, and depends on the académie finding an examiner. */
const LANGUAGES = [
  'Allemand',
  'Anglais',
  'Arabe',
  'Arménien',
  'Chinois',
  'Espagnol',
  'Hébreu',
  'Italien',
  'Japonais',
  'Néerlandais',
  'Polonais',
  'Portugais',
  'Russe',
  'Turc',
];

/** Those the académie offers; the most asked for where it offers all. */
export function LanguageInput({ value, onChange, context, ...field }: FieldInputProps) {
  const typed = textOf(value);
  const { languages: offered = [] } = context ?? {};
  const options = (offered.length > 0 ? offered : LANGUAGES)
    .filter((language) => matchesWords(language, typed))
    .map((label) => ({
      value: label,
      label,
    }));
  return <SuggestionBox {...field} options={options} text={typed} onType={onChange} onChoose={onChange} />;
}
