/** Where the clerk is. Kept in the address, so that a reload or an unlock comes back to the same file. */
export type Route =
  | { screen: 'home' }
  | { screen: 'setup'; step?: string }
  | { screen: 'search' }
  | { screen: 'registration'; draftId: string }
  | { screen: 'amendment'; number: string }
  | { screen: 'numbers'; number: string }
  | { screen: 'dossier'; number: string }
  | { screen: 'correction'; number: string }
  | { screen: 'candidate'; candidateNumber: string }
  | { screen: 'returns'; stackId?: string; pageId?: string }
  | { screen: 'pieces'; number?: string }
  | { screen: 'mail' }
  | { screen: 'sync' }
  | { screen: 'lists'; query?: string }
  | { screen: 'figures' }
  | { screen: 'administration'; tab?: string }
  | { screen: 'campaigns'; id?: string }
  | { screen: 'portfolios'; campaignId?: string; portfolioId?: string }
  | { screen: 'prints' }
  | { screen: 'reference' };

export function formatRoute(route: Route): string {
  return `#/${[route.screen, argumentOf(route)].filter((part) => part !== undefined).join('/')}`;
}

/** Home for anything that is not an address of ours. */
export function parseRoute(hash: string): Route {
  const [screen, argument, second] = hash.replace(/^#\//, '').split('/').map(decodeURIComponent);
  switch (screen) {
    case 'search':
    case 'mail':
    case 'sync':
    case 'figures':
    case 'reference':
    case 'prints':
      return { screen };
    case 'administration':
      return argument === undefined ? { screen } : { screen, tab: argument };
    case 'registration':
      return argument === undefined ? { screen: 'search' } : { screen, draftId: argument };
    case 'amendment':
    case 'numbers':
    case 'dossier':
    case 'correction':
      return argument === undefined ? { screen: 'search' } : { screen, number: argument };
    case 'candidate':
      return argument === undefined ? { screen: 'search' } : { screen, candidateNumber: argument };
    case 'setup':
      return argument === undefined ? { screen } : { screen, step: argument };
    case 'pieces':
      return argument === undefined ? { screen } : { screen, number: argument };
    case 'returns':
      if (argument === undefined) return { screen };
      return second === undefined
        ? { screen, stackId: argument }
        : { screen, stackId: argument, pageId: second };
    case 'lists':
      return argument === undefined ? { screen } : { screen, query: argument };
    case 'campaigns':
      return argument === undefined ? { screen } : { screen, id: argument };
    case 'portfolios':
      return argument === undefined || second === undefined
        ? { screen }
        : { screen, campaignId: argument, portfolioId: second };
    case undefined:
    default:
      return { screen: 'home' };
  }
}

function argumentOf(route: Route): string | undefined {
  switch (route.screen) {
    case 'registration':
      return route.draftId;
    case 'amendment':
    case 'numbers':
    case 'dossier':
    case 'correction':
    case 'pieces':
      return route.number;
    case 'candidate':
      return route.candidateNumber;
    case 'returns':
      return route.stackId === undefined || route.pageId === undefined
        ? route.stackId
        : `${route.stackId}/${route.pageId}`;
    case 'setup':
      return route.step;
    case 'campaigns':
      return route.id;
    case 'portfolios':
      return route.campaignId === undefined || route.portfolioId === undefined
        ? undefined
        : `${route.campaignId}/${route.portfolioId}`;
    case 'administration':
      return route.tab;
    case 'lists':
      return route.query && encodeURIComponent(route.query);
    case 'home':
    case 'search':
    case 'mail':
    case 'sync':
    case 'figures':
    case 'reference':
    case 'prints':
      return undefined;
  }
}
