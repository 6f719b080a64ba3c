import { formatRoute, type Route } from '../host/route.ts';
import { navigate } from '../host/useRoute.ts';
import { mayCall } from '#shared/rights.ts';
import type { CommandName } from '#shared/contract/index.ts';
import { useLock, useRole, useStation } from '../features/station/index.ts';
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
    | 'portfolios'
    | 'prints';
  label: string;
  keys: string;
  /** Screens that are reached from this one. */
  holds: readonly Screen[];
  /** What the screen asks first: who may not is not shown the way. */
  asks: CommandName;
}

const PLACES: readonly Place[] = [
  { screen: 'home', label: 'Accueil', keys: 'Alt+A', holds: ['home'], asks: 'campaigns.list' },
  {
    screen: 'search',
    label: 'Candidat',
    keys: 'F3',
    holds: ['search', 'candidate', 'dossier', 'correction', 'registration', 'amendment', 'numbers'],
    asks: 'registrations.search',
  },
  { screen: 'returns', label: 'Retours', keys: 'Alt+R', holds: ['returns'], asks: 'returns.stacks' },
  { screen: 'pieces', label: 'Pièces', keys: 'F4', holds: ['pieces'], asks: 'pieces.worklist' },
  { screen: 'mail', label: 'Courrier', keys: 'F6', holds: ['mail'], asks: 'returns.overdue' },
  { screen: 'portfolios', label: 'Bordereaux', keys: 'F8', holds: ['portfolios'], asks: 'portfolios.list' },
  { screen: 'prints', label: 'Impressions', keys: 'F9', holds: ['prints'], asks: 'prints.list' },
  { screen: 'sync', label: 'Lots', keys: 'Alt+L', holds: ['sync'], asks: 'sync.queue' },
  { screen: 'lists', label: 'Listes', keys: 'Alt+S', holds: ['lists'], asks: 'registrations.list' },
  { screen: 'figures', label: 'Tableau de bord', keys: 'Alt+G', holds: ['figures'], asks: 'figures.get' },
  { screen: 'campaigns', label: 'Campagnes', keys: 'Alt+C', holds: ['campaigns'], asks: 'campaigns.list' },
  { screen: 'reference', label: 'Référentiel', keys: 'Alt+B', holds: ['reference'], asks: 'reference.lists' },
  {
    screen: 'administration',
    label: 'Administration',
    keys: 'Alt+U',
    holds: ['administration'],
    asks: 'station.changePassphrase',
  },
];

export function Rail({ current }: { current: Screen }) {
  const { station } = useStation();
  const lock = useLock();
  const role = useRole();
  // A new registration begins with a search; there, F2 creates.
  useShortcut(
    {
      keys: 'F2',
      label: 'Nouvelle inscription (recherche d’abord)',
      isDisabled: !mayCall(role, 'registrations.register'),
    },
    () => navigate({ screen: 'search' }),
  );
  return (
    <nav className="rail" aria-label="Écrans">
      <p className="rail-brand">
        Guichet
        <small>{station?.name}</small>
      </p>
      {PLACES.filter(({ asks }) => mayCall(role, asks)).map((place) => (
        <RailLink key={place.screen} place={place} isCurrent={place.holds.includes(current)} />
      ))}
      <div className="rail-foot">
        <ThemeButton />
        <Button keys="Alt+W" onPress={() => lock(true)}>
          Autre agent
        </Button>
        <Button keys="Alt+V" onPress={() => lock()}>
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
