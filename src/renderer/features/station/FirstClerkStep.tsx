import { TextField } from '../../ui/TextField.tsx';
import { NewPassphraseFields, type NewPassphrase } from './NewPassphraseFields.tsx';
import type { SetupStepProps } from './StationStep.tsx';

/** A head of bureau, who adds the others; the passphrase encrypts everything. */
export function FirstClerkStep({
  draft,
  change,
  problemOf,
  chosen,
}: SetupStepProps & { chosen: NewPassphrase }) {
  return (
    <div className="form-grid">
      <TextField
        label="Identifiant du premier agent"
        value={draft.agentLogin}
        onChange={(value) => change('agentLogin', value)}
        errorMessage={problemOf('agentLogin')}
        autoFocus
        autoComplete="username"
        description="Minuscules, chiffres, point, tiret ; par exemple prenom.nom."
      />
      <TextField
        label="Nom de l’agent"
        value={draft.agentName}
        onChange={(value) => change('agentName', value)}
        errorMessage={problemOf('agentName')}
        isRequired={false}
        description="Écrit sur les confirmations."
      />
      <NewPassphraseFields chosen={chosen} label="Phrase de passe" />
    </div>
  );
}
