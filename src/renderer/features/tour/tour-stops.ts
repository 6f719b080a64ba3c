import type { Route } from '../../host/route.ts';

export interface TourStop {
  title: string;
  says: string;
  route: Route;
  /** The element of that screen it is about, as a selector. */
  target: string;
}

/** A registration that nobody typed in is kept nowhere: the tour opens one and leaves it. */
const UNTYPED: Route = { screen: 'registration', draftId: '00000000-0000-4000-8000-000000000000' };

/** In the order of a candidate's day at the counter. */
export const TOUR_STOPS: readonly TourStop[] = [
  {
    title: 'Chercher d’abord',
    says: 'F3, de partout. Un nom, une date de naissance ou un numéro, même avec une faute : une personne déjà connue ne se saisit pas deux fois.',
    route: { screen: 'search' },
    target: 'main input[type=search]',
  },
  {
    title: 'Nouvelle inscription',
    says: 'Personne ne correspond ? F2 commence une inscription. Le bouton attend que vous ayez cherché.',
    route: { screen: 'search' },
    target: 'main .page-actions',
  },
  {
    title: 'Sept étapes',
    says: 'Ctrl+Entrée passe à la suivante, F1 explique une rubrique. Une rubrique quittée sans réponse se voit en rouge ; ce qui est tapé est gardé aussitôt. Au récapitulatif, relisez avec le candidat avant d’enregistrer.',
    route: UNTYPED,
    target: 'main nav .steps',
  },
  {
    title: 'Imprimer',
    says: 'Ctrl+P imprime la confirmation une fois l’inscription enregistrée. Ici se suit chaque feuille : ce qui attend, ce qui bloque, ce qui est sorti.',
    route: { screen: 'prints' },
    target: 'main .page-header',
  },
  {
    title: 'Retours',
    says: 'Les confirmations signées reviennent : numérisez la pile ou déposez les fichiers. Le programme lit les corrections ; c’est vous qui acceptez chaque page.',
    route: { screen: 'returns' },
    target: 'main .drop-zone',
  },
  {
    title: 'Pièces',
    says: 'La liste vient des réponses. Une touche par pièce : reçue, contrôlée, refusée, dispensée.',
    route: { screen: 'pieces' },
    target: 'main .radio-options',
  },
  {
    title: 'Envoyer',
    says: 'Ce qui n’est pas encore au centre attend ici, avec ou sans réseau : par la ligne, ou par une clé USB.',
    route: { screen: 'sync' },
    target: 'main .page-actions',
  },
  {
    title: 'L’aide',
    says: 'F1 explique l’écran ou la rubrique, Ctrl+K trouve une commande par son nom, ? montre les touches. Rien de ce que vous faites dans la base école n’a de valeur : essayez.',
    route: { screen: 'home' },
    target: '.status-line',
  },
];
