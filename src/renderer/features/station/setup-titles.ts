/** The steps of the first start, over the two screens that carry them: before the station exists, and after. */
export const SETUP_TITLES = [
  'Poste',
  'Premier agent',
  'Clé de secours',
  'Campagne',
  'Scanner',
  'Imprimante',
  'Résumé',
] as const;

/** How many of them make the station. */
export const STEPS_BEFORE_STATION = 2;
