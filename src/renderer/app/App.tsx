import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { I18nProvider } from 'react-aria-components';
import { HelpProvider } from '../features/help/index.ts';
import { StationGate } from '../features/station/index.ts';
import { TourLink } from '../features/tour/index.ts';
import { HostProvider, type Host } from '../host/HostContext.tsx';
import { useFocusKept } from '../ui/focus/useFocusKept.ts';
import { ShortcutProvider } from '../ui/shortcuts/ShortcutProvider.tsx';
import { StatusProvider } from '../ui/StatusProvider.tsx';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import { Shell } from './Shell.tsx';

export function App({ host, cache }: { host: Host; cache: QueryClient }) {
  useFocusKept();
  return (
    <I18nProvider locale="fr-FR">
      <HostProvider host={host}>
        <QueryClientProvider client={cache}>
          <ShortcutProvider>
            <StatusProvider>
              <ConnectionBanner />
              <HelpProvider beside={(close) => <TourLink onStart={close} />}>
                <StationGate>
                  <Shell />
                </StationGate>
              </HelpProvider>
            </StatusProvider>
          </ShortcutProvider>
        </QueryClientProvider>
      </HostProvider>
    </I18nProvider>
  );
}
