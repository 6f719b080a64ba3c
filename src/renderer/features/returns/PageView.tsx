import { useState } from 'react';
import type { InkMark } from '#shared/contract/page-reading.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { MarkOverlay } from './MarkOverlay.tsx';
import type { Scan } from './scan.ts';

interface PageViewProps {
  scan: Scan | undefined;
  marks: readonly InkMark[];
}

/** The scan, turned upright, with every mark outlined. Z shows it twice as large. */
export function PageView({ scan, marks }: PageViewProps) {
  const [isZoomed, setIsZoomed] = useState(false);
  if (!scan) return <EmptyState title="Aucune image : le fichier n’a pas pu être lu." />;
  const { widthPx, heightPx } = scan.image;
  return (
    <div className="page-view">
      <div className="page-image" role="region" aria-label="Page numérisée">
        <svg
          className={isZoomed ? 'page-zoomed' : undefined}
          viewBox={`0 0 ${widthPx} ${heightPx}`}
          role="img"
          aria-label={`Page numérisée, ${marks.length} marque(s)`}
        >
          {scan.url !== undefined && <image href={scan.url} width={widthPx} height={heightPx} />}
          <MarkOverlay image={scan.image} marks={marks} />
        </svg>
      </div>
      <div className="actions">
        <Button keys="Z" onPress={() => setIsZoomed(!isZoomed)}>
          {isZoomed ? 'Réduire' : 'Agrandir'}
        </Button>
      </div>
    </div>
  );
}
