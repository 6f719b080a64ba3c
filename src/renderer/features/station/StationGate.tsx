import type { ReactNode } from 'react';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { SetupForm } from './SetupForm.tsx';
import { StationProvider } from './StationContext.tsx';
import { UnlockForm } from './UnlockForm.tsx';

/** Nothing of the program is drawn before the station exists and a clerk has unlocked it. */
export function StationGate({ children }: { children: ReactNode }) {
  const status = useCommandQuery('station.status', {});
  if (status.error) {
    return (
      <main className="gate">
        <ErrorNotice error={status.error} />
      </main>
    );
  }
  switch (status.data?.state) {
    case 'absent':
      return <SetupForm />;
    case 'locked':
      return <UnlockForm onlyLogin={status.data.onlyLogin} training={status.data.training} />;
    case 'open':
      return <StationProvider status={status.data}>{children}</StationProvider>;
    case undefined:
      return <main className="gate" aria-busy="true" />;
  }
}
