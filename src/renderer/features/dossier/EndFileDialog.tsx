import { useState } from 'react';
import type { Registration } from '#shared/contract/registrations.ts';
import { mayCall } from '#shared/rights.ts';
import { groupRegistrationNumber } from '#shared/rules/registration-number.ts';
import { frenchLocal } from '#shared/sentences/french-dates.ts';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { ReasonDialog } from '../../ui/ReasonDialog.tsx';
import { useStation } from '../station/index.ts';
import { useEndFile, type End } from './useEndFile.ts';

const WORDS: Record<End, { label: string; confirm: string }> = {
  withdraw: { label: 'Désinscrire, à la demande du candidat', confirm: 'Désinscrire' },
  cancel: { label: 'Annuler, faute de retour à temps', confirm: 'Annuler la candidature' },
  exclude: { label: 'Écarter, faute d’attestation R.408', confirm: 'Écarter la candidature' },
};

interface EndFileDialogProps {
  registration: Registration;
  onClose(): void;
}

/** Names the file and says that the act is final before it asks why. */
export function EndFileDialog({ registration, onClose }: EndFileDialogProps) {
  const { agent } = useStation();
  const [end, setEnd] = useState<End>('withdraw');
  const ending = useEndFile(registration.registrationNumber, onClose);
  const { birthName, givenNames } = registration.answers.identification;
  const isSupervisor = agent !== null && mayCall(agent.role, 'registrations.cancel');
  const ends: readonly End[] = ['withdraw', 'cancel', 'exclude'];
  return (
    <ReasonDialog
      title={`Mettre fin à la candidature de ${birthName} ${givenNames} ?`}
      label="Motif, gardé dans le dossier"
      confirm={WORDS[end].confirm}
      isFinal
      isPending={ending.isPending}
      onClose={onClose}
      onConfirm={(reason) => ending.run(end, reason)}
    >
      <p>
        N° {groupRegistrationNumber(registration.registrationNumber)}. C’est définitif : le numéro ne servira
        plus, et la candidature ne pourra pas être rétablie.
        {end === 'withdraw' &&
          registration.closesAt !== null &&
          ` La désinscription est possible jusqu’à la clôture, le ${frenchLocal(registration.closesAt)}.`}
      </p>
      {isSupervisor && (
        <RadioGroup
          label="Comment"
          isVertical
          options={ends.map((value) => ({ value, label: WORDS[value].label }))}
          value={end}
          onChange={(value) => setEnd(ends.find((one) => one === value) ?? 'withdraw')}
        />
      )}
      {ending.error && <ErrorNotice error={ending.error} />}
    </ReasonDialog>
  );
}
