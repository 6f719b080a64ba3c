import { screen, type BrowserWindow, type Rectangle } from 'electron';
import Store from 'electron-store';

interface WindowState {
  bounds?: Rectangle;
  maximized: boolean;
}

/** Where the window was, kept out of the data folder: it is about this machine's screens. */
const store = () => new Store<WindowState>({ name: 'window', defaults: { maximized: true } });

const SMALLEST = { width: 900, height: 600 };

/** Options that put the window back where it was, unless that screen is gone. */
export function restoredBounds(): Partial<Rectangle> {
  const bounds = store().get('bounds');
  if (!bounds || !isOnAScreen(bounds)) return { width: 1280, height: 860 };
  return {
    ...bounds,
    width: Math.max(bounds.width, SMALLEST.width),
    height: Math.max(bounds.height, SMALLEST.height),
  };
}

/** Maximizes the window if it was, and remembers where it is when it closes. */
export function keepWindowState(window: BrowserWindow): void {
  const kept = store();
  if (kept.get('maximized')) window.maximize();
  window.setMinimumSize(SMALLEST.width, SMALLEST.height);
  window.on('close', () => kept.set({ bounds: window.getNormalBounds(), maximized: window.isMaximized() }));
}

function isOnAScreen(bounds: Rectangle): boolean {
  return screen.getAllDisplays().some(({ workArea }) => {
    const overlapWidth =
      Math.min(bounds.x + bounds.width, workArea.x + workArea.width) - Math.max(bounds.x, workArea.x);
    const overlapHeight =
      Math.min(bounds.y + bounds.height, workArea.y + workArea.height) - Math.max(bounds.y, workArea.y);
    return overlapWidth > 0 && overlapHeight > 0;
  });
}
