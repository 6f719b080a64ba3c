/** Where the clerk is. Kept in the address, so that a reload or an unlock comes back to the same file. */
export type Route =
  | { screen: 'home' }
  | { screen: 'search' }
  | { screen: 'registration'; draftId: string }
  | { screen: 'amendment'; number: string }
  | { screen: 'numbers'; number: string }
  | { screen: 'dossier'; number: string }
  | { screen: 'returns'; pageId?: string }
  | { screen: 'sync' }
  | { screen: 'campaigns'; id?: string };

export function formatRoute(route: Route): string {
  return `#/${[route.screen, argumentOf(route)].filter((part) => part !== undefined).join('/')}`;
}

/** Home for anything that is not an address of ours. */
export function parseRoute(hash: string): Route {
  const [screen, argument] = hash.replace(/^#\//, '').split('/').map(decodeURIComponent);
  switch (screen) {
    case 'search':
    case 'sync':
      return { screen };
    case 'registration':
      return argument === undefined ? { screen: 'search' } : { screen, draftId: argument };
    case 'amendment':
    case 'numbers':
    case 'dossier':
      return argument === undefined ? { screen: 'search' } : { screen, number: argument };
    case 'returns':
      return argument === undefined ? { screen } : { screen, pageId: argument };
    case 'campaigns':
      return argument === undefined ? { screen } : { screen, id: argument };
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
      return route.number;
    case 'returns':
      return route.pageId;
    case 'campaigns':
      return route.id;
    case 'home':
    case 'search':
    case 'sync':
      return undefined;
  }
}
