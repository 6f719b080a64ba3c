import { useEffect, useEffectEvent } from 'react';
import { useHost } from '../../host/HostContext.tsx';
import { useStation } from './StationContext.tsx';
import { useLock } from './useLock.ts';

/** The core hears of a clerk at the keyboard this often, not at each key. */
const TOUCH_EVERY_MS = 15_000;
/** The window locks this much before the core would, so that what was typed last is saved first. */
const BEFORE_THE_CORE_MS = 20_000;
const SIGNS_OF_LIFE = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

/** Tells the core that somebody is there, and locks when nobody is. The core locks by itself, whatever the window does. */
export function useIdleLock(): void {
  const { client } = useHost();
  const { idleMinutes } = useStation();
  const lock = useEffectEvent(useLock());
  useEffect(() => {
    let touchedAtMs = performance.now();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const waitAgain = () => {
      clearTimeout(timer);
      timer = setTimeout(() => lock(), idleMinutes * 60_000 - BEFORE_THE_CORE_MS);
    };
    const seen = () => {
      waitAgain();
      if (performance.now() - touchedAtMs < TOUCH_EVERY_MS) return;
      touchedAtMs = performance.now();
      // A refusal says that the station is locked, which is told by its own event.
      client.call('session.touch', {}).catch(() => undefined);
    };
    waitAgain();
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, seen, { capture: true, passive: true });
    return () => {
      clearTimeout(timer);
      for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, seen, { capture: true });
    };
  }, [client, idleMinutes]);
}
