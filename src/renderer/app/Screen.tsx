import { CampaignsScreen } from '../features/campaigns/index.ts';
import { DossierScreen } from '../features/dossier/index.ts';
import { HomeScreen } from '../features/home/index.ts';
import { AmendmentScreen, NumbersScreen, RegistrationScreen } from '../features/registration/index.ts';
import { ReturnsScreen } from '../features/returns/index.ts';
import { SearchScreen } from '../features/search/index.ts';
import { SyncScreen } from '../features/sync/index.ts';
import type { Route } from '../host/route.ts';

/** Which feature draws which route. */
export function Screen({ route }: { route: Route }) {
  switch (route.screen) {
    case 'home':
      return <HomeScreen />;
    case 'search':
      return <SearchScreen />;
    case 'registration':
      return <RegistrationScreen key={route.draftId} draftId={route.draftId} />;
    case 'amendment':
      return <AmendmentScreen key={route.number} number={route.number} />;
    case 'numbers':
      return <NumbersScreen number={route.number} />;
    case 'dossier':
      return <DossierScreen number={route.number} />;
    case 'returns':
      return <ReturnsScreen pageId={route.pageId} />;
    case 'sync':
      return <SyncScreen />;
    case 'campaigns':
      return <CampaignsScreen id={route.id} />;
  }
}
