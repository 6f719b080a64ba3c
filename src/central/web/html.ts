/** Text that is safe in a page as it is. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Part = Html | string | number | null | undefined | false | readonly Part[];

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A template whose values are escaped, each of them, unless they were made by this same function. */
export function html(strings: TemplateStringsArray, ...values: readonly Part[]): Html {
  const parts = strings.flatMap((text, index) => [
    text,
    index < values.length ? textOf(values[index] ?? null) : '',
  ]);
  return new Html(parts.join(''));
}

function textOf(part: Part): string {
  if (part instanceof Html) return part.text;
  if (part === null || part === undefined || part === false) return '';
  if (typeof part === 'object') return part.map(textOf).join('');
  return String(part).replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');
}
