import { useState } from 'react';
import type { InkMark } from '#shared/contract/page-reading.ts';
import { counted } from '#shared/sentences/counted.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useShortcut } from '../../ui/shortcuts/useShortcut.ts';
import { markSentence } from './mark-words.ts';
import { MarkOverlay } from './MarkOverlay.tsx';
import type { Scan } from './scan.ts';
import { viewBoxOf } from './scan-view.ts';
import type { MarkTour } from './useMarkTour.ts';

const ZOOM_STEP = 1.5;

interface PageViewProps {
  scan: Scan | undefined;
  marks: readonly InkMark[];
  tour: MarkTour;
  /** The image is really on screen. */
  onShown(): void;
}

/** The scan, turned upright, with every mark outlined; the keys zoom, move, and go from mark to mark. */
export function PageView({ scan, marks, tour, onShown }: PageViewProps) {
  const [isOverlaid, setIsOverlaid] = useState(true);
  const { view, current } = tour;
  if (!scan || !view)
    return (
      <div className="page-view">
        <EmptyState title="Aucune image : le fichier n’a pas pu être lu." />
      </div>
    );
  const { widthPx, heightPx } = scan.image;
  const mark = current === undefined ? undefined : marks[current];
  return (
    <div className="page-view">
      <div className="page-image" role="region" aria-label="Page numérisée">
        <svg
          viewBox={viewBoxOf(view, scan.image)}
          role="img"
          aria-label={`Page numérisée, ${counted(marks.length, 'marque')}`}
        >
          {scan.url !== undefined && (
            <image href={scan.url} width={widthPx} height={heightPx} onLoad={onShown} />
          )}
          {isOverlaid && <MarkOverlay image={scan.image} marks={marks} current={current} zoom={view.zoom} />}
        </svg>
      </div>
      <p className="mark-caption" role="status">
        {mark ? `Marque ${(current ?? 0) + 1} sur ${marks.length} : ${markSentence(mark)}` : ''}
      </p>
      <ViewButtons
        tour={tour}
        markCount={marks.length}
        isOverlaid={isOverlaid}
        onOverlay={() => setIsOverlaid(!isOverlaid)}
      />
    </div>
  );
}

interface ViewButtonsProps {
  tour: MarkTour;
  markCount: number;
  isOverlaid: boolean;
  onOverlay(): void;
}

function ViewButtons({ tour, markCount, isOverlaid, onOverlay }: ViewButtonsProps) {
  const zoom = tour.view?.zoom ?? 1;
  usePanKeys(tour, zoom > 1);
  return (
    <div className="actions view-buttons" role="group" aria-label="Image">
      <Button keys="+" onPress={() => tour.zoom(ZOOM_STEP)}>
        Agrandir
      </Button>
      <Button keys="-" onPress={() => tour.zoom(1 / ZOOM_STEP)}>
        Réduire
      </Button>
      <Button keys="0" onPress={tour.reset}>
        Page entière
      </Button>
      {markCount > 0 && (
        <>
          <Button keys="N" onPress={() => tour.step(1)}>
            Marque suivante
          </Button>
          <Button keys="Shift+N" onPress={() => tour.step(-1)}>
            Précédente
          </Button>
          <Button keys="O" onPress={onOverlay}>
            {isOverlaid ? 'Cacher les cadres' : 'Montrer les cadres'}
          </Button>
        </>
      )}
    </div>
  );
}

/** Arrows move a page that is larger than its frame; otherwise they belong to whatever has the focus. */
function usePanKeys({ pan }: MarkTour, isZoomed: boolean): void {
  const keys = { isDisabled: !isZoomed, repeats: true };
  useShortcut({ keys: 'ArrowUp', label: 'Vers le haut de la page', ...keys }, () => pan(0, -1));
  useShortcut({ keys: 'ArrowDown', label: 'Vers le bas de la page', ...keys }, () => pan(0, 1));
  useShortcut({ keys: 'ArrowLeft', label: 'Vers la gauche de la page', ...keys }, () => pan(-1, 0));
  useShortcut({ keys: 'ArrowRight', label: 'Vers la droite de la page', ...keys }, () => pan(1, 0));
}
