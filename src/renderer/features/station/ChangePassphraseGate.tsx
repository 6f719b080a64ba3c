import { ChangePassphraseForm } from './ChangePassphraseForm.tsx';
import { useStation } from './StationContext.tsx';
import { TrainingBand } from './TrainingBand.tsx';

/** Whoever made her passphrase knows it: nothing before she has chosen her own. */
export function ChangePassphraseGate() {
  const { training } = useStation();
  return (
    <>
      {training && <TrainingBand />}
      <main className="gate">
        <div className="gate-panel">
          <h1>Choisissez votre phrase de passe</h1>
          <p className="quiet">
            Celle que l’on vous a donnée est provisoire. La vôtre, vous serez seule à la connaître.
          </p>
          <ChangePassphraseForm onDone={() => undefined} />
        </div>
      </main>
    </>
  );
}
