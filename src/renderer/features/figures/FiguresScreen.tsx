import { useState } from 'react';
import type { Figures } from '#shared/contract/figures.ts';
import { MODALITY_LABELS } from '#shared/sentences/file-sentences.ts';
import {
  EXAM_LABELS,
  countedReasonLabel,
  EXAM_SHORT_LABELS,
  STATUS_LABELS,
} from '#shared/fields/stringify.ts';
import { Loaded } from '../../host/Loaded.tsx';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Select } from '../../ui/Select.tsx';
import { BarTable } from './BarTable.tsx';
import { Closings } from './Closings.tsx';
import { DayChart } from './DayChart.tsx';
import { KeyFigures } from './KeyFigures.tsx';

const ALL = 'all';

/** How many, of what, when and by whom; every drawing has its numbers beside it. */
export function FiguresScreen() {
  const [campaignId, setCampaignId] = useState(ALL);
  const campaigns = useCommandQuery('campaigns.list', {});
  const filters = campaignId === ALL ? {} : { campaignId };
  const figures = useCommandQuery('figures.get', { filters }, { keepPrevious: true });
  const options = (campaigns.data ?? []).map(({ id, title }) => ({ value: id, label: title }));
  return (
    <div className="page">
      <PageHeader
        title="Tableau de bord"
        actions={
          <div className="campaign-choice">
            <Select
              label="Campagne"
              options={[{ value: ALL, label: 'Toutes les campagnes' }, ...options]}
              value={campaignId}
              onChange={setCampaignId}
            />
          </div>
        }
      />
      <Loaded query={figures}>{(found) => <Charts figures={found} />}</Loaded>
    </div>
  );
}

function Charts({ figures }: { figures: Figures }) {
  if (figures.total === 0)
    return (
      <>
        <EmptyState title="Aucune inscription à compter." />
        <Closings closings={figures.closings} />
      </>
    );
  return (
    <>
      <KeyFigures figures={figures} />
      <div className="columns">
        <DayChart days={figures.byDay} peak={figures.peak} />
        <Closings closings={figures.closings} />
      </div>
      <Counts figures={figures} />
    </>
  );
}

function Counts({ figures }: { figures: Figures }) {
  return (
    <div className="columns">
      <BarTable
        title="Par examen"
        unit="Examen"
        lines={figures.byExam.map(({ exam, count }) => ({ label: EXAM_LABELS[exam], count }))}
      />
      <BarTable
        title="Par état"
        unit="État"
        lines={figures.byStatus.map(({ status, count }) => ({ label: STATUS_LABELS[status], count }))}
      />
      <BarTable
        title="Par agent"
        unit="Agent"
        lines={figures.byClerk.map(({ clerk, count }) => ({ label: clerk, count }))}
      />
      <BarTable
        title="Motif de la venue au guichet"
        unit="Motif"
        lines={figures.byReason.map(({ reason, count }) => ({
          label: countedReasonLabel(reason, figures.isReasonReserved),
          count,
        }))}
      />
      <BarTable
        title="Retour de la confirmation"
        unit="Modalité"
        empty="Aucune confirmation signée n’est encore revenue."
        lines={figures.byModality.map(({ modality, count }) => ({
          label: MODALITY_LABELS[modality],
          count,
        }))}
      />
      <BarTable
        title="Par spécialité"
        unit="Spécialité"
        lines={figures.bySpecialty.map(({ exam, label, count }) => ({
          label: `${EXAM_SHORT_LABELS[exam]} ${label}`,
          count,
        }))}
      />
    </div>
  );
}
