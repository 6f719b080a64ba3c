import type { Route } from '../../host/route.ts';

/** A page of the handbook, and the heading to begin at. */
export interface HandbookPlace {
  file: string;
  heading?: string;
}

/** Before the station is open, whatever the address says. */
export const GATE_PLACE: HandbookPlace = { file: '1-ouvrir-le-poste.md' };

/** What the handbook says of each screen. */
export const PLACE_OF_SCREEN: Readonly<Record<Route['screen'], HandbookPlace>> = {
  home: { file: '1-ouvrir-le-poste.md', heading: 'Chaque jour' },
  setup: { file: '1-ouvrir-le-poste.md', heading: 'Le premier jour' },
  search: { file: '2-inscrire.md' },
  registration: { file: '2-inscrire.md' },
  candidate: { file: '2-inscrire.md' },
  numbers: { file: '3-imprimer.md' },
  dossier: { file: '2-inscrire.md', heading: 'Modifier ensuite' },
  amendment: { file: '2-inscrire.md', heading: 'Modifier ensuite' },
  correction: { file: '2-inscrire.md', heading: 'Modifier ensuite' },
  prints: { file: '3-imprimer.md' },
  returns: { file: '4-retours.md' },
  pieces: { file: '5-pieces-et-courrier.md' },
  mail: { file: '5-pieces-et-courrier.md', heading: 'Courrier (F6)' },
  portfolios: { file: '6-bordereaux.md' },
  sync: { file: '7-lots.md' },
  lists: { file: '9-listes-et-suivi.md' },
  figures: { file: '9-listes-et-suivi.md', heading: 'Tableau de bord (Alt+G)' },
  reference: { file: '9-listes-et-suivi.md', heading: 'Référentiel (Alt+B)' },
  campaigns: { file: '9-listes-et-suivi.md', heading: 'Campagnes (Alt+C)' },
  administration: { file: '1-ouvrir-le-poste.md', heading: 'Le premier jour' },
};
