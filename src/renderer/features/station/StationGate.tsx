import { useState, type ReactNode } from 'react';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { ChangePassphraseGate } from './ChangePassphraseGate.tsx';
import { HeldScreen } from './HeldScreen.tsx';
import { LockProvider } from './LockContext.tsx';
import { LockScreen } from './LockScreen.tsx';
import { SetupAssistant } from './SetupAssistant.tsx';
import { StationProvider, type StationStatus } from './StationContext.tsx';
import { UnlockForm } from './UnlockForm.tsx';

/** Nothing of the program is drawn before the station exists and a clerk has unlocked it. */
export function StationGate({ children }: { children: ReactNode }) {
  const status = useCommandQuery('station.status', {});
  const [held, setHeld] = useState<StationStatus>();
  if (status.data?.state === 'open' && status.data !== held) setHeld(status.data);
  if (status.error) {
    return (
      <main className="gate">
        <ErrorNotice error={status.error} />
      </main>
    );
  }
  switch (status.data?.state) {
    case 'absent':
      return <SetupAssistant />;
    case 'locked':
      return held ? (
        <OpenStation status={held} locked={status.data}>
          {children}
        </OpenStation>
      ) : (
        <UnlockForm onlyLogin={status.data.onlyLogin} training={status.data.training} />
      );
    case 'open':
      return <OpenStation status={status.data}>{children}</OpenStation>;
    case undefined:
      return <main className="gate" aria-busy="true" />;
  }
}

interface OpenStationProps {
  /** What was true while it was open. */
  status: StationStatus;
  locked?: StationStatus;
  children: ReactNode;
}

/**
 * What a clerk has before her. Locked, it waits for her outside the page; another clerk begins with a screen of her own.
 */
function OpenStation({ status, locked, children }: OpenStationProps) {
  const [isForAnother, setForAnother] = useState(false);
  return (
    <LockProvider value={setForAnother}>
      <HeldScreen key={status.agent?.id} isLocked={locked !== undefined}>
        <StationProvider status={status}>
          {status.mustChangePassphrase ? <ChangePassphraseGate /> : children}
        </StationProvider>
      </HeldScreen>
      {locked && (
        <LockScreen login={isForAnother ? '' : (status.agent?.login ?? '')} training={locked.training} />
      )}
    </LockProvider>
  );
}
