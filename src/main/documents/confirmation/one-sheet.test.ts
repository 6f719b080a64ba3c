import { describe, expect, test } from 'vitest';
import { openReference } from '#main/domains/reference/index.ts';
import type { Campaign } from '#shared/contract/campaign.ts';
import type { ExamPaperState } from '#shared/contract/registrations.ts';
import type { ConfirmationContent } from '#shared/sheet/confirmation-content.ts';
import { layoutConfirmation } from '#shared/sheet/layout-confirmation.ts';
import { aTypicalConfirmation } from '../../../../tests/builders/confirmation-content.ts';
import { createMeasure } from './index.ts';

const reference = openReference();
const campaigns = reference.shippedCampaigns();
const measure = createMeasure();

const pageCountOf = (content: ConfirmationContent) =>
  layoutConfirmation(content, measure, () => 'ABCDEFGHIJKLMNOP').pages.length;

/** The épreuves of every specialty that has at most `count` of them, all to sit. */
const realExamPapers = (count: number): ExamPaperState[][] =>
  reference.lists.specialties
    .map(({ code }) => (reference.findExamPapers(code)?.examPapers ?? []).filter((paper) => !paper.optional))
    .filter((papers) => papers.length > 0 && papers.length <= count)
    .map((papers) => papers.map((paper) => ({ ...paper, state: 'toSit' })));

describe.each(campaigns.map((campaign): [string, Campaign] => [campaign.id, campaign]))(
  'a typical confirmation of %s',
  (_id, campaign) => {
    test('is one sheet, printed on both sides', () => {
      expect(pageCountOf(aTypicalConfirmation(campaign))).toBe(2);
    });

    test('is one sheet with the épreuves of any specialty that has up to eight', () => {
      const counts = realExamPapers(8).map((examPapers) =>
        pageCountOf({ ...aTypicalConfirmation(campaign), examPapers }),
      );
      expect(counts.length).toBeGreaterThan(0);
      expect(counts).toEqual(counts.map(() => 2));
    });
  },
);
