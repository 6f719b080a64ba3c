import {
  findNodeAtLocation,
  parseTree,
  printParseErrorCode,
  type JSONPath,
  type Node,
  type ParseError,
} from 'jsonc-parser';
import type { LocatedFault } from '#shared/contract/campaigns.ts';
import type { CampaignFault } from '#shared/rules/campaign-schema-faults.ts';

/** The text of a campaign file: its JSON, and where in it each thing is said. */
export interface CampaignText {
  json: unknown;
  /** Why it is no JSON, or a heading given twice, of which JSON would silently keep the last; empty when it can be read. */
  faults: LocatedFault[];
  locate(fault: CampaignFault): LocatedFault;
}

const STRICT = { disallowComments: true, allowTrailingComma: false };

export function readCampaignText(content: string): CampaignText {
  const text = content.replace(/^\uFEFF/, '');
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, STRICT);
  const positionOf = positions(text);
  const faults = errors.length > 0 ? [brokenJson(errors, positionOf)] : repeatedHeadings(root, positionOf);
  return {
    json: faults.length > 0 ? undefined : JSON.parse(text),
    faults,
    locate: (fault) => ({ ...fault, ...positionOf(nearestNode(root, fault.path)?.offset ?? 0) }),
  };
}

/** Only the first: what follows is mostly its consequence. */
function brokenJson(errors: readonly ParseError[], positionOf: PositionOf): LocatedFault {
  const [first] = errors;
  const reason = first && SYNTAX[printParseErrorCode(first.error)];
  const message = `Le fichier n’est pas du JSON : ${reason ?? 'un signe n’est pas à sa place'}.`;
  return { path: '', message, ...positionOf(first?.offset ?? 0) };
}

const SYNTAX: Partial<Record<string, string>> = {
  InvalidSymbol: 'un mot n’est pas entre guillemets',
  InvalidNumberFormat: 'un nombre est mal écrit',
  PropertyNameExpected: 'un nom de rubrique entre guillemets est attendu (une virgule de trop ?)',
  ValueExpected: 'une valeur est attendue (une virgule de trop ?)',
  ColonExpected: 'il manque deux-points après le nom de la rubrique',
  CommaExpected: 'il manque une virgule',
  CloseBraceExpected: 'une accolade n’est pas fermée',
  CloseBracketExpected: 'un crochet n’est pas fermé',
  EndOfFileExpected: 'le fichier continue après sa fin',
  InvalidCommentToken: 'les commentaires ne sont pas admis',
  UnexpectedEndOfComment: 'les commentaires ne sont pas admis',
  UnexpectedEndOfString: 'des guillemets ne sont pas fermés',
  InvalidUnicode: 'un caractère est mal écrit',
  InvalidEscapeCharacter: 'un caractère est mal écrit',
  InvalidCharacter: 'un caractère est mal écrit',
};

function repeatedHeadings(
  root: Node | undefined,
  positionOf: PositionOf,
  path: string[] = [],
): LocatedFault[] {
  if (root?.type === 'array')
    return (root.children ?? []).flatMap((child, index) =>
      repeatedHeadings(child, positionOf, [...path, String(index)]),
    );
  if (root?.type !== 'object') return [];
  const seen = new Set<string>();
  return (root.children ?? []).flatMap(({ children: [key, value] = [] }) => {
    const name = String(key?.value);
    const own = [...path, name];
    const message = 'Cette rubrique est donnée deux fois ; gardez-en une.';
    const repeated = seen.has(name)
      ? [{ path: own.join('.'), message, ...positionOf(key?.offset ?? 0) }]
      : [];
    seen.add(name);
    return [...repeated, ...repeatedHeadings(value, positionOf, own)];
  });
}

/** What is missing is told where it should have been: in the nearest thing that is there. */
function nearestNode(root: Node | undefined, path: string): Node | undefined {
  if (!root) return undefined;
  const steps: JSONPath =
    path === '' ? [] : path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  for (let length = steps.length; length > 0; length--) {
    const found = findNodeAtLocation(root, steps.slice(0, length));
    if (found) return found.parent?.type === 'property' ? found.parent : found;
  }
  return root;
}

type PositionOf = (offset: number) => { line: number; column: number };

function positions(text: string): PositionOf {
  return (offset) => {
    const before = text.slice(0, offset);
    return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
  };
}
