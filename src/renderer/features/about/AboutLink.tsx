import { formatRoute, type Route } from '../../host/route.ts';
import { navigate } from '../../host/useRoute.ts';
import { useShortcut } from '../../ui/shortcuts/useShortcut.ts';
import { useStation } from '../station/index.ts';

const ABOUT: Route = { screen: 'administration', tab: 'about' };

/** The version, which leads to À propos; so do its key and the command of the palette, from any screen. */
export function AboutLink() {
  const { version } = useStation();
  useShortcut({ keys: 'Ctrl+F1', label: 'À propos, composants et licences' }, () => navigate(ABOUT));
  return (
    <a
      className="status-version"
      href={formatRoute(ABOUT)}
      aria-keyshortcuts="Control+F1"
      title="À propos (Ctrl+F1)"
    >
      Guichet {version}
    </a>
  );
}
