/** On every screen of a base école: what is typed here has no value. */
export function TrainingBand() {
  return (
    <div className="training-band" role="note">
      BASE ÉCOLE — entraînement : aucune inscription n’a de valeur
    </div>
  );
}
