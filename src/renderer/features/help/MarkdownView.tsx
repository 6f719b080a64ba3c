import type { MarkedToken, Token, Tokens } from 'marked';
import { Fragment, type ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { findImage, findPage } from './handbook.ts';
import { anchorOf, plainText, type HandbookPage } from './handbook-page.ts';

interface MarkdownViewProps {
  page: HandbookPage;
  onOpen(page: HandbookPage): void;
}

type Draw = (tokens: readonly Token[]) => ReactNode;

/** A page of the handbook as elements; its first heading is the title of the panel. Raw HTML is shown as the text it is. */
export function MarkdownView({ page, onOpen }: MarkdownViewProps) {
  const draw: Draw = (tokens) =>
    tokens.map((token, index) => <Fragment key={index}>{drawToken(token as MarkedToken)}</Fragment>);
  const drawToken = (token: MarkedToken): ReactNode => {
    switch (token.type) {
      case 'heading':
        return drawHeading(token, draw);
      case 'paragraph':
        return <p>{draw(token.tokens)}</p>;
      case 'list':
        return drawList(token, draw);
      case 'table':
        return drawTable(token, draw);
      case 'blockquote':
        return <blockquote>{draw(token.tokens)}</blockquote>;
      case 'strong':
        return <strong>{draw(token.tokens)}</strong>;
      case 'em':
        return <em>{draw(token.tokens)}</em>;
      case 'link':
        return drawLink(token, draw, onOpen);
      case 'image':
        return <img src={findImage(token.href)} alt={token.text} />;
      case 'codespan':
        return <code>{token.text}</code>;
      case 'code':
        return <pre>{token.text}</pre>;
      case 'checkbox':
        return '☐ ';
      case 'br':
        return <br />;
      case 'hr':
        return <hr />;
      case 'text':
        return token.tokens ? draw(token.tokens) : token.text;
      case 'list_item':
      case 'del':
        return draw(token.tokens);
      case 'escape':
      case 'html':
        return token.text;
      case 'space':
      case 'def':
        return null;
    }
  };
  return <>{draw(page.tokens)}</>;
}

function drawHeading({ depth, tokens }: Tokens.Heading, draw: Draw): ReactNode {
  if (depth === 1) return null;
  const Heading = depth === 2 ? 'h3' : 'h4';
  return (
    <Heading id={headingId(anchorOf(plainText(tokens)))} tabIndex={-1}>
      {draw(tokens)}
    </Heading>
  );
}

export function headingId(anchor: string): string {
  return `help:${anchor}`;
}

function drawList({ ordered, items, start }: Tokens.List, draw: Draw): ReactNode {
  const lines = items.map((item, index) => <li key={index}>{draw(item.tokens)}</li>);
  return ordered ? <ol start={start === '' ? 1 : start}>{lines}</ol> : <ul>{lines}</ul>;
}

function drawTable({ header, rows }: Tokens.Table, draw: Draw): ReactNode {
  return (
    <table>
      <thead>
        <tr>
          {header.map((cell, index) => (
            <th key={index} scope="col">
              {draw(cell.tokens)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>
            {row.map((cell, column) => (
              <td key={column}>{draw(cell.tokens)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** To another page; what the program does not carry is named, and leads nowhere. */
function drawLink(
  { href, tokens }: Tokens.Link,
  draw: Draw,
  onOpen: (page: HandbookPage) => void,
): ReactNode {
  const page = findPage(href);
  if (!page) return draw(tokens);
  return (
    <Button variant="link" onPress={() => onOpen(page)}>
      {draw(tokens)}
    </Button>
  );
}
