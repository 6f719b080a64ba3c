import type { Registration } from '#shared/contract/registrations.ts';
import { mayCorrectIdentity } from '#shared/rights.ts';
import { hasEnded } from '#shared/rules/registration-status.ts';
import { navigate } from '../../host/useRoute.ts';
import { Button } from '../../ui/Button.tsx';
import { PrintButton } from '../confirmation/index.ts';
import { useRole } from '../station/index.ts';
import { EndFileButton } from './EndFileButton.tsx';

/** What this clerk may do with this file. */
export function DossierActions({ registration }: { registration: Registration }) {
  const { registrationNumber: number, candidateNumber, status } = registration;
  const isLive = !hasEnded(status);
  const isEntitled = mayCorrectIdentity(useRole());
  return (
    <>
      {isLive && (
        <Button keys="Alt+M" onPress={() => navigate({ screen: 'amendment', number })}>
          Modifier
        </Button>
      )}
      {isLive && isEntitled && (
        <Button keys="Alt+J" onPress={() => navigate({ screen: 'correction', number })}>
          Corriger l’identité
        </Button>
      )}
      <Button keys="Alt+K" onPress={() => navigate({ screen: 'candidate', candidateNumber })}>
        Candidat
      </Button>
      <EndFileButton registration={registration} />
      <PrintButton number={number} />
    </>
  );
}
