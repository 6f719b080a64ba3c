/** What `scanimage -A` says of one option: its words, its range, or nothing where it takes a free value. */
export interface SaneOption {
  /** As it is written on the command line: `--source`, `-x`. */
  flag: string;
  words: string[];
  range?: { min: number; max: number };
  isSwitch: boolean;
  /** Can be set as the device stands; another option, set before it, may wake it. */
  isActive: boolean;
}

const UNITS = '(?:dpi|mm|pel|%|us|bit)?';
const RANGE = new RegExp(
  String.raw`^(-?[\d.]+)\.\.(-?[\d.]+)${UNITS}(?:,\.\.\.)?(?: \(in steps of [\d.]+\))?$`,
);

/**
 * The options of a device that can ever be set, by name. A line is `    --source Flatbed|ADF [Flatbed]`; what is read-only
 * is left out, and what follows, indented further, is prose.
 */
export function parseOptions(listing: string): Map<string, SaneOption> {
  const options = new Map<string, SaneOption>();
  for (const line of listing.split('\n')) {
    const match = /^ {4}(--?)([A-Za-z0-9][\w-]*)(.*)$/.exec(line);
    if (!match) continue;
    const [, dashes = '', name = '', rest = ''] = match;
    // The value now and the state come in brackets of their own, after a space; words may hold brackets too.
    const end = rest.indexOf(' [');
    const form = (end < 0 ? rest : rest.slice(0, end)).trimEnd();
    const states = end < 0 ? '' : rest.slice(end);
    if (states.includes('[read-only]')) continue;
    const isActive = !states.includes('[inactive]');
    options.set(name, { flag: `${dashes}${name}`, isActive, ...parseForm(form) });
  }
  return options;
}

function parseForm(form: string): Omit<SaneOption, 'flag' | 'isActive'> {
  if (form.startsWith('[=(')) return { words: [], isSwitch: true };
  const values = form.replace(/^[ =]/, '');
  const range = RANGE.exec(values);
  if (range) return { words: [], range: { min: Number(range[1]), max: Number(range[2]) }, isSwitch: false };
  const words = values.includes('<') ? [] : values.split('|').map((word) => word.trim());
  return { words: words.filter((word) => word !== ''), isSwitch: false };
}

/** The numbers among the words of a list: `auto||75|150|300dpi`. */
export function numbersOf({ words }: SaneOption): number[] {
  return words.map((word) => Number.parseFloat(word)).filter((number) => Number.isFinite(number));
}
