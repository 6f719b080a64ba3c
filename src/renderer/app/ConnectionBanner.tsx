import { useConnectionState } from '../host/HostContext.tsx';

/** Only ever seen in the browser host: in Electron the core lives and dies with the window. */
export function ConnectionBanner() {
  if (useConnectionState() !== 'lost') return null;
  return (
    <div className="connection-lost" role="alert">
      Le programme ne répond plus ; nouvel essai… Ce qui est à l’écran n’est pas perdu.
    </div>
  );
}
