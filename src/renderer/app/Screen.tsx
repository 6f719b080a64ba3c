import { CampaignsScreen } from '../features/campaigns/index.ts';
import { CandidateScreen } from '../features/candidate/index.ts';
import { CorrectionScreen, DossierScreen } from '../features/dossier/index.ts';
import { AdministrationScreen } from '../features/administration/index.ts';
import { FiguresScreen } from '../features/figures/index.ts';
import { ListsScreen } from '../features/lists/index.ts';
import { HomeScreen } from '../features/home/index.ts';
import { ReferenceScreen } from '../features/reference/index.ts';
import { AmendmentScreen, NumbersScreen, RegistrationScreen } from '../features/registration/index.ts';
import { MailScreen } from '../features/mail/index.ts';
import { PiecesScreen } from '../features/pieces/index.ts';
import { PortfoliosScreen } from '../features/portfolios/index.ts';
import { PrintsScreen } from '../features/printing/index.ts';
import { ReturnsScreen } from '../features/returns/index.ts';
import { SearchScreen } from '../features/search/index.ts';
import { SetupScreen } from '../features/setup/index.ts';
import { SyncScreen } from '../features/sync/index.ts';
import type { Route } from '../host/route.ts';

/** Which feature draws which route. */
export function Screen({ route }: { route: Route }) {
  switch (route.screen) {
    case 'home':
      return <HomeScreen />;
    case 'setup':
      return <SetupScreen step={route.step} />;
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
    case 'correction':
      return <CorrectionScreen key={route.number} number={route.number} />;
    case 'candidate':
      return <CandidateScreen key={route.candidateNumber} candidateNumber={route.candidateNumber} />;
    case 'returns':
      return <ReturnsScreen stackId={route.stackId} pageId={route.pageId} />;
    case 'lists':
      return <ListsScreen query={route.query} />;
    case 'figures':
      return <FiguresScreen />;
    case 'administration':
      return <AdministrationScreen tab={route.tab} />;
    case 'pieces':
      return <PiecesScreen number={route.number} />;
    case 'mail':
      return <MailScreen />;
    case 'sync':
      return <SyncScreen />;
    case 'campaigns':
      return <CampaignsScreen id={route.id} />;
    case 'portfolios':
      return <PortfoliosScreen campaignId={route.campaignId} portfolioId={route.portfolioId} />;
    case 'prints':
      return <PrintsScreen />;
    case 'reference':
      return <ReferenceScreen />;
  }
}
