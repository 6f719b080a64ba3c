import type { Answers } from '../contract/answers.ts';
import type { FieldChange } from '../contract/registrations.ts';

/** Answers whose value is a list or a table: they change as a whole. */
const WHOLE = new Set([
  'achievements',
  'candidature.workPeriods',
  'examPapers.optional',
  'examPapers.languages',
  'examPapers.physicalEducation',
]);

/** Dotted path → value of every answer given, in the order of the schema. */
export function flattenAnswers(answers: Answers): Map<string, unknown> {
  const leaves = new Map<string, unknown>();
  flattenInto(leaves, '', answers);
  return leaves;
}

/** What differs between two sets of answers; everything, from null, when there was none before. */
export function diffAnswers(before: Answers | undefined, after: Answers): FieldChange[] {
  const old = before ? flattenAnswers(before) : new Map<string, unknown>();
  const now = flattenAnswers(after);
  const paths = [...new Set([...now.keys(), ...old.keys()])];
  return paths
    .map((path) => ({ path, before: old.get(path) ?? null, after: now.get(path) ?? null }))
    .filter((change) => JSON.stringify(sorted(change.before)) !== JSON.stringify(sorted(change.after)));
}

/**
 * A copy of the answers with dotted paths replaced; null removes one. Paths are not judged here: the schema and the rules
 * judge the result.
 */
export function withChanges(
  answers: Answers,
  changes: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const copy = structuredCopy(answers);
  for (const [path, value] of Object.entries(changes)) setAt(copy, path.split('.'), value);
  return copy;
}

/** The inverse of `flattenAnswers`: what is absent there is empty here. For the schema to judge. */
export function answersFromFlat(leaves: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const answers: Record<string, unknown> = { achievements: [], examPapers: { optional: [], languages: {} } };
  for (const [path, value] of Object.entries(leaves)) setAt(answers, path.split('.'), value);
  return answers;
}

/** `{identification: {phone: …}}` and `{'identification.phone': …}` say the same; the result has dotted paths only. */
export function dottedChanges(changes: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const leaves = new Map<string, unknown>();
  flattenInto(leaves, '', changes);
  return Object.fromEntries(leaves);
}

function flattenInto(leaves: Map<string, unknown>, path: string, value: unknown): void {
  if (value === undefined) return;
  if (isRecord(value) && !WHOLE.has(path)) {
    for (const [key, member] of Object.entries(value))
      flattenInto(leaves, path === '' ? key : `${path}.${key}`, member);
    return;
  }
  if (isEmpty(value) && WHOLE.has(path)) return;
  leaves.set(path, value);
}

function setAt(target: Record<string, unknown>, [head, ...rest]: string[], value: unknown): void {
  if (head === undefined || head === '__proto__') return;
  if (rest.length === 0) {
    if (value === null) delete target[head];
    else target[head] = value;
    return;
  }
  const inner = Object.hasOwn(target, head) ? target[head] : undefined;
  const next = isRecord(inner) ? inner : {};
  target[head] = next;
  setAt(next, rest, value);
}

/** Answers are plain JSON, so this is a faithful deep copy in every runtime. */
function structuredCopy(value: Answers): Record<string, unknown> {
  return JSON.parse(JSON.stringify(value)) as Record<string, unknown>;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => [key, sorted(member)]),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) ? value.length === 0 : isRecord(value) && Object.keys(value).length === 0;
}
