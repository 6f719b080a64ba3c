import type { Checklist } from '#shared/contract/pieces.ts';
import { mayExempt } from '#shared/rights.ts';
import { SIGNED_CONFIRMATION } from '#shared/rules/pieces.ts';
import { hasEnded } from '#shared/rules/registration-status.ts';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { Button } from '../../ui/Button.tsx';
import { ReasonDialog } from '../../ui/ReasonDialog.tsx';
import { useStation } from '../station/index.ts';
import type { PieceActs } from './usePieceActs.ts';

interface PieceActionsProps {
  checklist: Checklist;
  acts: PieceActs;
}

/** One letter for each state; a refusal and an exemption ask why first. */
export function PieceActions({ checklist, acts }: PieceActionsProps) {
  const { agent } = useStation();
  const { current, asking, error } = acts;
  if (hasEnded(checklist.status))
    return <p className="quiet">Ce dossier est clos : ses pièces ne changent plus.</p>;
  if (checklist.locked)
    return <p className="quiet">Pièces verrouillées : rien ne change avant le déverrouillage.</p>;
  if (!current || current.id === SIGNED_CONFIRMATION)
    return (
      <p className="quiet">
        La confirmation signée se note par son retour : Courrier (F6) ou Retours (Alt+R).
      </p>
    );
  const isExemptionAllowed = agent !== null && mayExempt(agent.role);
  return (
    <>
      <div className="actions">
        <Button keys="C" variant="primary" label="Conforme" onPress={() => acts.set('accepted')}>
          Conforme
        </Button>
        <Button keys="N" onPress={() => acts.ask('rejected')}>
          Non conforme…
        </Button>
        <Button keys="D" onPress={() => acts.set('deposited')}>
          Déposée
        </Button>
        <Button keys="Z" onPress={() => acts.set('awaited')}>
          Attendue
        </Button>
        <Button keys="E" isDisabled={!isExemptionAllowed} onPress={() => acts.ask('exempted')}>
          Dispenser…
        </Button>
      </div>
      {!isExemptionAllowed && (
        <p className="quiet">Une dispense est accordée par un gestionnaire ou le chef de bureau.</p>
      )}
      {error && !asking && <ErrorNotice error={error} />}
      {asking && (
        <ReasonDialog
          title={`${current.label} : ${asking === 'rejected' ? 'non conforme' : 'dispense'}`}
          label={asking === 'rejected' ? 'Motif, dit au candidat' : 'Motif de la dispense'}
          confirm={asking === 'rejected' ? 'Noter non conforme' : 'Dispenser de cette pièce'}
          isPending={acts.isPending}
          onClose={() => acts.ask(undefined)}
          onConfirm={(reason) => acts.set(asking, reason)}
        >
          {error && <ErrorNotice error={error} />}
        </ReasonDialog>
      )}
    </>
  );
}
