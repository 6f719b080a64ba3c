import { formatRoute, type Route } from '../host/route.ts';
import { navigate } from '../host/useRoute.ts';
import { useLock, useStation } from '../features/station/index.ts';
import { Button } from '../ui/Button.tsx';
import { KeyHint } from '../ui/KeyHint.tsx';
import { useShortcut } from '../ui/shortcuts/useShortcut.ts';
import { ThemeButton } from './ThemeButton.tsx';

type Screen = Route['screen'];

interface Place {
  screen:
    | 'home'
    | 'search'
    | 'lists'
    | 'figures'
    | 'administration'
    | 'returns'
    | 'pieces'
    | 'mail'
    | 'sync'
    | 'campaigns'
    | 'reference'
    | 'portfolios';
  label: string;
  keys: string;
  /** Screens that are reached from this one. */
  holds: readonly Screen[];
}

const PLACES: readonly Place[] = [
  { screen: 'home', label: 'Accueil', keys: 'Alt+A', holds: ['home'] },
  {
    screen: 'search',
    label: 'Candidat',
    keys: 'F3',
    holds: ['search', 'candidate', 'dossier', 'correction', 'registration', 'amendment', 'numbers'],
  },
  { screen: 'returns', label: 'Retours', keys: 'Alt+R', holds: ['returns'] },
  { screen: 'pieces', label: 'Pièces', keys: 'F4', holds: ['pieces'] },
  { screen: 'mail', label: 'Courrier', keys: 'F6', holds: ['mail'] },
  { screen: 'portfolios', label: 'Bordereaux', keys: 'F8', holds: ['portfolios'] },
  { screen: 'sync', label: 'Lots', keys: 'Alt+L', holds: ['sync'] },
  { screen: 'lists', label: 'Listes', keys: 'Alt+S', holds: ['lists'] },
  { screen: 'figures', label: 'Tableau de bord', keys: 'Alt+G', holds: ['figures'] },
  { screen: 'campaigns', label: 'Campagnes', keys: 'Alt+C', holds: ['campaigns'] },
  { screen: 'reference', label: 'Référentiel', keys: 'Alt+B', holds: ['reference'] },
  { screen: 'administration', label: 'Administration', keys: 'Alt+U', holds: ['administration'] },
];

export function Rail({ current }: { current: Screen }) {
  const { station } = useStation();
  const lock = useLock();
  // A new registration begins with a search; there, F2 creates.
  useShortcut({ keys: 'F2', label: 'Nouvelle inscription (recherche d’abord)' }, () =>
    navigate({ screen: 'search' }),
  );
  return (
    <nav className="rail" aria-label="Écrans">
      <p className="rail-brand">
        Guichet
        <small>{station?.name}</small>
      </p>
      {PLACES.map((place) => (
        <RailLink key={place.screen} place={place} isCurrent={place.holds.includes(current)} />
      ))}
      <div className="rail-foot">
        <ThemeButton />
        <Button keys="Alt+V" onPress={lock}>
          Verrouiller
        </Button>
      </div>
    </nav>
  );
}

function RailLink({ place, isCurrent }: { place: Place; isCurrent: boolean }) {
  useShortcut({ keys: place.keys, label: place.label }, () => navigate({ screen: place.screen }));
  return (
    <a
      className="rail-link"
      href={formatRoute({ screen: place.screen })}
      aria-current={isCurrent ? 'page' : undefined}
      aria-keyshortcuts={place.keys}
    >
      {place.label}
      <KeyHint keys={place.keys} />
    </a>
  );
}
