import { useEffect } from 'react';
import { AboutLink } from '../features/about/index.ts';
import { HelpButton } from '../features/help/index.ts';
import { PrintsInStatusLine } from '../features/printing/index.ts';
import { useStation } from '../features/station/index.ts';
import type { Route } from '../host/route.ts';
import { useCommandQuery } from '../host/useCommandQuery.ts';
import { useRoute } from '../host/useRoute.ts';
import { KeyHint } from '../ui/KeyHint.tsx';
import { StatusMessageRegion, useDropUndo, useSay } from '../ui/StatusProvider.tsx';

/** Where one types into a file: Ctrl+Z is about her typing there. */
const TYPED_INTO: readonly Route['screen'][] = ['registration', 'amendment', 'correction'];

/** Last act on the left; on the right, what should be known at any moment. */
export function StatusLine() {
  const { agent } = useStation();
  const sync = useCommandQuery('sync.status', {});
  const say = useSay();
  // What one clerk did is neither told to the next, nor hers to undo.
  useEffect(() => () => say('', 'info'), [agent?.id, say]);
  const isTypedInto = TYPED_INTO.includes(useRoute().screen);
  const dropUndo = useDropUndo();
  useEffect(() => {
    if (isTypedInto) dropUndo();
  }, [isTypedInto, dropUndo]);
  const pending = sync.data?.opsPending ?? 0;
  return (
    <footer className="status-line">
      <StatusMessageRegion />
      <PrintsInStatusLine />
      <span>{pending === 0 ? 'Rien à envoyer' : `${pending} à envoyer`}</span>
      <span>{agent?.name}</span>
      <span>
        <HelpButton /> · <KeyHint keys="Ctrl+K" /> commandes · <KeyHint keys="?" /> raccourcis
      </span>
      <AboutLink />
    </footer>
  );
}
