import fc from 'fast-check';
import { expect, it } from 'vitest';
import { html } from './html.ts';

it('lets no value become markup, in text or in a quoted attribute', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', 'a') }), (value) => {
      expect(html`${value}`.text).not.toMatch(/[<>"']|&(?!(amp|lt|gt|quot|#39);)/);
    }),
  );
});

it('keeps what it made itself, and leaves out what is not there', () => {
  const items = [1, 2].map((n) => html`<li>${n}</li>`);
  expect(html`${items}${null}${false}${undefined}`.text).toBe('<li>1</li><li>2</li>');
});
