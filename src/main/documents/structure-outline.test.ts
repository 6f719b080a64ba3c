import { describe, expect, it } from 'vitest';
import type { TextTag } from '#shared/sheet/layout.ts';
import { outlineOf, type Element } from './structure-outline.ts';

/** As a list of lines: depth, type, scope, numbers of what is said. */
function heard({ type, kids, content, scope }: Element, depth = 0): string[] {
  const said = content.map(({ page, mcid }) => `${page}:${mcid}`).join(' ');
  const line = ['  '.repeat(depth) + type, scope, said].filter(Boolean).join(' ');
  return [line, ...kids.flatMap((kid) => heard(kid, depth + 1))];
}

const outline = (...pages: TextTag[][]) => heard(outlineOf(pages)).slice(1);

describe('the structure of a document', () => {
  it('joins the lines of one text, across pages too', () => {
    expect(outline([{ role: 'H1' }, { role: 'P' }], [{ role: 'P', continues: true }, { role: 'P' }])).toEqual(
      ['  H1 0:0', '  P 0:1 1:0', '  P 1:1'],
    );
  });

  it('puts a label and what it names in one item, an empty answer alone in its own', () => {
    expect(outline([{ role: 'Lbl' }, { role: 'Lbl' }, { role: 'LBody' }, { role: 'LBody' }])).toEqual([
      '  L',
      '    LI',
      '      Lbl 0:0',
      '    LI',
      '      Lbl 0:1',
      '      LBody 0:2',
      '    LI',
      '      LBody 0:3',
    ]);
  });

  it('makes rows of cells, and says what each heading heads', () => {
    const row = (id: string, ...roles: TextTag['role'][]) =>
      roles.map((role): TextTag => ({ role, row: id }));
    expect(outline([...row('titles', 'TH', 'TH'), ...row('1', 'TH', 'TD')])).toEqual([
      '  Table',
      '    TR',
      '      TH Column 0:0',
      '      TH Column 0:1',
      '    TR',
      '      TH Row 0:2',
      '      TD 0:3',
    ]);
  });

  it('begins a new list or table after a heading', () => {
    expect(outline([{ role: 'LBody' }, { role: 'H2' }, { role: 'LBody' }])).toEqual([
      '  L',
      '    LI',
      '      LBody 0:0',
      '  H2 0:1',
      '  L',
      '    LI',
      '      LBody 0:2',
    ]);
  });
});
