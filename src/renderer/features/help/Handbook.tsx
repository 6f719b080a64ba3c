import { useEffect, useRef, useState } from 'react';
import { counted } from '#shared/sentences/counted.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useShortcut } from '../../ui/shortcuts/useShortcut.ts';
import { HANDBOOK } from './handbook.ts';
import { findPassages, type HandbookPage, type Passage } from './handbook-page.ts';
import { headingId, MarkdownView } from './MarkdownView.tsx';

/** A page, and the heading to begin at. */
export interface OpenPage {
  page: HandbookPage;
  anchor: string | undefined;
}

interface HandbookProps {
  open: OpenPage;
  onOpen(next: OpenPage): void;
}

/** The handbook beside the screen it speaks of: contents and search on the left, the page on the right. */
export function Handbook({ open, onOpen }: HandbookProps) {
  const [query, setQuery] = useState('');
  const goTo = (page: HandbookPage, anchor?: string) => onOpen({ page, anchor });
  return (
    <div className="help">
      <div className="help-aside">
        <HandbookSearch query={query} setQuery={setQuery} />
        {query.trim() === '' ? (
          <Contents current={open.page} onOpen={goTo} />
        ) : (
          <Results passages={findPassages(HANDBOOK, query)} onOpen={goTo} />
        )}
        <Button keys="Ctrl+P" onPress={() => window.print()}>
          Imprimer cette page
        </Button>
      </div>
      <PageText open={open} onOpen={goTo} />
    </div>
  );
}

function HandbookSearch({ query, setQuery }: { query: string; setQuery(query: string): void }) {
  const field = useRef<HTMLDivElement>(null);
  useShortcut({ keys: 'Ctrl+F', label: 'Chercher dans le manuel' }, () =>
    field.current?.querySelector('input')?.focus(),
  );
  return (
    <div ref={field}>
      <TextField label="Chercher dans le manuel (Ctrl+F)" type="search" value={query} onChange={setQuery} />
    </div>
  );
}

function Contents({ current, onOpen }: { current: HandbookPage; onOpen(page: HandbookPage): void }) {
  return (
    <nav aria-label="Sommaire du manuel">
      <ul className="help-contents">
        {HANDBOOK.map((page) => (
          <li key={page.file} aria-current={page === current ? 'page' : undefined}>
            <Button variant="link" onPress={() => onOpen(page)}>
              {page.title}
            </Button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface ResultsProps {
  passages: readonly Passage[];
  onOpen(page: HandbookPage, anchor: string | undefined): void;
}

function Results({ passages, onOpen }: ResultsProps) {
  return (
    <section aria-label="Trouvé dans le manuel">
      <p className="quiet" role="status">
        {passages.length === 0 ? 'Rien ne correspond.' : counted(passages.length, 'passage')}
      </p>
      <ul className="help-contents">
        {passages.map(({ page, anchor, heading, text, isHeading }, index) => (
          <li key={index}>
            <Button variant="link" onPress={() => onOpen(page, anchor)}>
              {heading}
            </Button>
            {!isHeading && <p className="quiet help-passage">{text}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface PageTextProps {
  open: OpenPage;
  onOpen(page: HandbookPage): void;
}

/** Has the keys as it opens: the arrows scroll, and what was asked for is at the top. */
function PageText({ open, onOpen }: PageTextProps) {
  const text = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const heading = open.anchor === undefined ? null : document.getElementById(headingId(open.anchor));
    text.current?.focus({ preventScroll: true });
    if (heading) heading.scrollIntoView({ block: 'start' });
    else text.current?.scrollTo(0, 0);
  }, [open]);
  return (
    // A region that scrolls must be reached by Tab: it is how the keyboard reads on.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div ref={text} className="help-text" role="region" aria-label={open.page.title} tabIndex={0}>
      <MarkdownView page={open.page} onOpen={onOpen} />
    </div>
  );
}
