import { expect, it } from 'vitest';
import { formatRoute, parseRoute, type Route } from './route.ts';

const ROUTES: Route[] = [
  { screen: 'home' },
  { screen: 'setup' },
  { screen: 'setup', step: 'campaign' },
  { screen: 'search' },
  { screen: 'registration', draftId: 'd1' },
  { screen: 'amendment', number: '271042100013766' },
  { screen: 'numbers', number: '271042100013766' },
  { screen: 'dossier', number: '271042100013766' },
  { screen: 'returns' },
  { screen: 'returns', stackId: 's1' },
  { screen: 'returns', stackId: 's1', pageId: 'p1' },
  { screen: 'pieces' },
  { screen: 'pieces', number: '271042100013766' },
  { screen: 'mail' },
  { screen: 'sync' },
  { screen: 'reference' },
  { screen: 'administration' },
  { screen: 'administration', tab: 'about' },
  { screen: 'campaigns' },
  { screen: 'campaigns', id: 'nice-2025' },
  { screen: 'portfolios' },
  { screen: 'portfolios', campaignId: 'nice-2025', portfolioId: 'UNASSIGNED' },
];

it.each(ROUTES)('an address leads back to its screen: $screen', (route) => {
  expect(parseRoute(formatRoute(route))).toEqual(route);
});

it('an address that is not ours leads home, one without its number to the search', () => {
  expect(['', '#token=abc', '#/elsewhere', '#/dossier'].map(parseRoute)).toEqual([
    { screen: 'home' },
    { screen: 'home' },
    { screen: 'home' },
    { screen: 'search' },
  ]);
});
