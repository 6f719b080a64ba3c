/** On every screen of a base école: what is typed here has no value. */
export function TrainingBand() {
  return (
    <header className="training-band">BASE ÉCOLE — entraînement : aucune inscription n’a de valeur</header>
  );
}
