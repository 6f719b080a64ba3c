import type { Registration } from '#shared/contract/registrations.ts';
import { STATUS_LABELS } from '#shared/fields/stringify.ts';
import { hasEnded } from '#shared/rules/registration-status.ts';
import { Notice } from '../../ui/Notice.tsx';

/** Said before anything else: this file is over, why, and what is left to do for the person. */
export function EndedNotice({ registration: { status, statusReason } }: { registration: Registration }) {
  if (!hasEnded(status)) return null;
  return (
    <Notice tone="warning" title={`Candidature ${STATUS_LABELS[status].toLowerCase()}`}>
      <p>
        {statusReason !== null && `Motif : ${statusReason}. `}
        Elle ne change plus ; une nouvelle inscription (F2) aura un autre numéro et le même n° candidat.
      </p>
    </Notice>
  );
}
