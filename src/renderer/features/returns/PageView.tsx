import { useState } from 'react';
import type { CommandOutput } from '#shared/contract/index.ts';
import type { InkMark } from '#shared/contract/page-reading.ts';
import { useBlobUrl } from '../../host/use-blob-url.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { MarkOverlay } from './MarkOverlay.tsx';

type PageImage = NonNullable<CommandOutput<'returns.open'>['image']>;

/** The scan, turned upright, with every mark outlined. Z shows it at its own size. */
export function PageView({ image, marks }: { image: PageImage | null; marks: readonly InkMark[] }) {
  const [isZoomed, setIsZoomed] = useState(false);
  if (!image) return <EmptyState title="Aucune image : le fichier n’a pas pu être lu." />;
  return (
    <div className="page-view">
      <div className="actions">
        <Button keys="Z" onPress={() => setIsZoomed(!isZoomed)}>
          {isZoomed ? 'Page entière' : 'Agrandir'}
        </Button>
      </div>
      <div
        className={isZoomed ? 'page-image page-image-zoomed' : 'page-image'}
        role="region"
        aria-label="Page numérisée"
      >
        <ScannedPage image={image} marks={marks} />
      </div>
    </div>
  );
}

function ScannedPage({ image, marks }: { image: PageImage; marks: readonly InkMark[] }) {
  const url = useBlobUrl(image.bytes, image.mediaType);
  return (
    <svg
      viewBox={`0 0 ${image.widthPx} ${image.heightPx}`}
      role="img"
      aria-label={`Page numérisée, ${marks.length} marque(s)`}
    >
      {url !== undefined && <image href={url} width={image.widthPx} height={image.heightPx} />}
      <MarkOverlay image={image} marks={marks} />
    </svg>
  );
}
