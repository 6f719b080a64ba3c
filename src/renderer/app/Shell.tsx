import { useEffect, useRef } from 'react';
import { formatRoute } from '../host/route.ts';
import { useRoute } from '../host/useRoute.ts';
import { TrainingBand, useIdleLock, useStation } from '../features/station/index.ts';
import { Tour } from '../features/tour/index.ts';
import { CommandCentre } from './CommandCentre.tsx';
import { Rail } from './Rail.tsx';
import { Screen } from './Screen.tsx';
import { StatusLine } from './StatusLine.tsx';

/** The frame around every screen: training band, rail, the screen itself, status line. */
export function Shell() {
  const route = useRoute();
  const { training } = useStation();
  useIdleLock();
  const main = useRef<HTMLElement>(null);
  const address = formatRoute(route);

  useEffect(() => {
    // A new screen starts at its top, and the next Tab goes into it.
    if (!main.current?.contains(document.activeElement)) main.current?.focus();
    main.current?.scrollTo(0, 0);
  }, [address]);

  return (
    <div className="shell">
      {training && <TrainingBand />}
      <Rail current={route.screen} />
      <main ref={main} className="main" tabIndex={-1}>
        <Screen key={route.screen} route={route} />
      </main>
      <StatusLine />
      <CommandCentre />
      <Tour />
    </div>
  );
}
