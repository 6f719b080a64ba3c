import { html, type Html } from '../web/html.ts';

type Cell = Html | string | number;

/** A table that scrolls by itself on a narrow screen, with the keyboard too. */
export function table(caption: string, heads: readonly string[], rows: readonly (readonly Cell[])[]): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}">
    <table>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${heads.map((head) => (head === '' ? html`<td></td>` : html`<th scope="col">${head}</th>`))}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (cells) =>
            html`<tr>
              ${cells.map(cell)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function cell(value: Cell): Html {
  return typeof value === 'number' ? html`<td class="number">${value}</td>` : html`<td>${value}</td>`;
}
