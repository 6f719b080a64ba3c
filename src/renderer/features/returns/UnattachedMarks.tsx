import type { InkMark } from '#shared/contract/page-reading.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { INK_WORDS } from './ink-words.ts';
import type { MarkTour } from './useMarkTour.ts';

interface UnattachedMarksProps {
  marks: readonly InkMark[];
  tour: MarkTour;
}

/** Ink that touches no field may mean anything: each is looked at, large, before the page can be accepted. */
export function UnattachedMarks({ marks, tour }: UnattachedMarksProps) {
  const { unattached, unseen, seen, current } = tour;
  if (unattached.length === 0) return null;
  const isLooking = current !== undefined && unseen.includes(current);
  return (
    <div className="unattached">
      <h3>
        Marques hors rubrique{' '}
        <Badge tone={unseen.length > 0 ? 'warning' : 'good'}>
          {unseen.length > 0 ? `${unseen.length} à regarder` : 'toutes vues'}
        </Badge>
      </h3>
      <ul className="plain-list">
        {unattached.map((index) => (
          <li key={index} className={current === index ? 'mark-current' : undefined}>
            <span>
              n° {index + 1} : {INK_WORDS[marks[index]?.ink ?? 'other'].label}
            </span>
            {seen.has(index) ? (
              <Badge tone="good">Vue</Badge>
            ) : (
              current === index && <Badge tone="info">à l’écran</Badge>
            )}
          </li>
        ))}
      </ul>
      {unseen.length > 0 && (
        <Button keys="V" variant={isLooking ? 'primary' : 'secondary'} onPress={tour.acknowledge}>
          {isLooking ? `Marque ${current + 1} : vue` : 'Regarder la marque'}
        </Button>
      )}
    </div>
  );
}
