import { ChangePassphraseForm } from './ChangePassphraseForm.tsx';

/** Whoever made her passphrase knows it: nothing before she has chosen her own. */
export function ChangePassphraseGate() {
  return (
    <main className="gate">
      <div className="gate-panel">
        <h1>Choisissez votre phrase de passe</h1>
        <p className="quiet">
          Celle que l’on vous a donnée est provisoire. La vôtre, vous serez seule à la connaître.
        </p>
        <ChangePassphraseForm onDone={() => undefined} />
      </div>
    </main>
  );
}
