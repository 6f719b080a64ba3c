import type { SheetPage } from '#shared/sheet/layout.ts';
import { findCodes, findCopy } from './codes/find-codes.ts';
import type { FoundCode } from './codes/find-codes.ts';
import type { PageRasters } from './page-rasters.ts';
import { registerPage } from './register/register-page.ts';
import type { Registration } from './register/register-page.ts';
import type { ParsedCode, SheetFacts, SheetRefusal } from './scan-types.ts';

export type Identity =
  | { kind: 'no-code' }
  /** Copies on one image that say different things: two sheets at once, or a forgery. */
  | { kind: 'conflict' }
  | { kind: 'refused'; parsed: ParsedCode; refusal: SheetRefusal }
  | {
      kind: 'known';
      parsed: ParsedCode;
      facts: SheetFacts;
      page: SheetPage;
      registration?: Registration;
      codesRead: number;
    };

/** Which page of which sheet this is, by its codes alone, and where it lies in the scan. */
export async function identifyPage(
  rasters: PageRasters,
  lookUp: (parsed: ParsedCode) => Promise<SheetFacts | SheetRefusal>,
): Promise<Identity> {
  const found = await findCodes(rasters);
  const [first] = found;
  if (!first) return { kind: 'no-code' };
  if (disagree(found)) return { kind: 'conflict' };
  const { parsed } = first;
  const facts = await lookUp(parsed);
  if (typeof facts === 'string') return { kind: 'refused', parsed, refusal: facts };
  const page = facts.layout.pages[parsed.code.page - 1];
  if (!page || facts.layout.layoutVersion !== parsed.code.layoutVersion)
    return { kind: 'refused', parsed, refusal: 'foreign' };
  const registration = registerPage(
    rasters.working,
    page,
    found.map(({ corners }) => corners),
  );
  const all = registration ? [...found, ...(await otherCopies(rasters, page, registration, found))] : found;
  if (disagree(all)) return { kind: 'conflict' };
  return { kind: 'known', parsed, facts, page, registration, codesRead: all.length };
}

function disagree(found: readonly FoundCode[]): boolean {
  return found.some(
    ({ parsed }) => parsed.body !== found[0]!.parsed.body || parsed.check !== found[0]!.parsed.check,
  );
}

/** One copy read is an identity, two are a proof: a single one is confirmed where the others should be. */
async function otherCopies(
  rasters: PageRasters,
  page: SheetPage,
  { toScan }: Registration,
  found: readonly FoundCode[],
): Promise<FoundCode[]> {
  if (found.length > 1) return [];
  const copies: FoundCode[] = [];
  for (const box of page.codes) {
    const copy = await findCopy(rasters, box, toScan);
    if (copy && !isSame(copy, found[0]!)) copies.push(copy);
  }
  return copies;
}

function isSame(a: FoundCode, b: FoundCode): boolean {
  return Math.hypot(a.corners[0].x - b.corners[0].x, a.corners[0].y - b.corners[0].y) < 20;
}
