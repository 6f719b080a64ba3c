import { useEffect } from 'react';
import { AboutLink } from '../features/about/index.ts';
import { HelpButton } from '../features/help/index.ts';
import { PrintsInStatusLine } from '../features/printing/index.ts';
import { useStation } from '../features/station/index.ts';
import { useCommandQuery } from '../host/useCommandQuery.ts';
import { KeyHint } from '../ui/KeyHint.tsx';
import { StatusMessageRegion, useTakeAway } from '../ui/StatusProvider.tsx';
import { useOldNews } from './useOldNews.ts';

/** Last act on the left; on the right, what should be known at any moment. */
export function StatusLine() {
  const { agent } = useStation();
  const sync = useCommandQuery('sync.status', {});
  const takeAway = useTakeAway();
  // What one clerk did is neither told to the next, nor hers to undo.
  useEffect(() => () => takeAway(() => true), [agent?.id, takeAway]);
  useOldNews();
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
