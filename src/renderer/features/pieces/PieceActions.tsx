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
  const { current, asking, error } = acts;
  const closed = closedBecause(checklist, current?.id);
  if (!current || closed !== undefined) return <p className="quiet">{closed}</p>;
  return (
    <>
      <StateButtons acts={acts} />
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

/** Why nothing can be noted of this piece here, where that is so. */
function closedBecause({ status, locked }: Checklist, pieceId: string | undefined): string | undefined {
  if (hasEnded(status)) return 'Ce dossier est clos : ses pièces ne changent plus.';
  if (locked) return 'Pièces verrouillées : rien ne change avant le déverrouillage.';
  if (pieceId === SIGNED_CONFIRMATION)
    return 'La confirmation signée se note par son retour : Courrier (F6) ou Retours (Alt+R).';
  return undefined;
}

function StateButtons({ acts }: { acts: PieceActs }) {
  const { agent } = useStation();
  const isExemptionAllowed = agent !== null && mayExempt(agent.role);
  return (
    <>
      <div className="actions">
        <Button keys="C" variant="primary" onPress={() => acts.set('accepted')}>
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
    </>
  );
}
