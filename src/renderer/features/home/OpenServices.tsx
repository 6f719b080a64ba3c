import type { CampaignSummary } from '#shared/contract/campaigns.ts';
import { EXAM_LABELS } from '#shared/fields/stringify.ts';
import { localDate } from '#shared/rules/local-time.ts';
import { frenchLocal } from '#shared/sentences/french-dates.ts';
import { Loaded } from '../../host/Loaded.tsx';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { Badge, type Tone } from '../../ui/Badge.tsx';
import { DataTable, type TableColumn } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Section } from '../../ui/Section.tsx';
import { useStation } from '../station/index.ts';
import { daysBetween, daysLeftWords } from './days-left.ts';

interface OpenService {
  campaign: CampaignSummary;
  exam: CampaignSummary['exams'][number]['exam'];
  closesAt: string | null;
  returnDeadline: string | null;
  lastCounterDay: string | null;
}

/** Days before the closing from which the closing is shown as near. */
const NEAR_DAYS = 7;

/** What may be registered today, exam by exam, with the hour it ends. */
export function OpenServices({ nowMs }: { nowMs: number }) {
  const campaigns = useCommandQuery('campaigns.list', {});
  const { station } = useStation();
  const academies = useCommandQuery('reference.academies', {});
  const timeZone =
    academies.data?.find((academy) => academy.code === station?.academyCode)?.timeZone ?? 'Europe/Paris';
  const columns = columnsFor(localDate(nowMs, timeZone));
  return (
    <Section title="Ouvert aujourd’hui" aside={<span className="quiet">Heures locales de l’académie</span>}>
      <Loaded query={campaigns}>
        {(list) => (
          <div className="table-scroll">
            <DataTable
              label="Services ouverts"
              columns={columns}
              items={openServicesOf(list)}
              keyOf={({ campaign, exam }) => `${campaign.id}/${exam}`}
              empty={<EmptyState title="Aucun service n’est ouvert aujourd’hui." />}
            />
          </div>
        )}
      </Loaded>
    </Section>
  );
}

function openServicesOf(campaigns: readonly CampaignSummary[]): OpenService[] {
  return campaigns
    .flatMap((campaign) =>
      campaign.exams.flatMap(({ exam, window, ...days }) =>
        window.state === 'open' ? [{ campaign, exam, closesAt: window.closesAt, ...days }] : [],
      ),
    )
    .sort((a, b) => (a.closesAt ?? '9').localeCompare(b.closesAt ?? '9'));
}

function columnsFor(today: string): TableColumn<OpenService>[] {
  return [
    { id: 'exam', title: 'Examen', render: ({ exam }) => <strong>{EXAM_LABELS[exam]}</strong> },
    { id: 'campaign', title: 'Campagne', render: ({ campaign }) => campaign.title },
    {
      id: 'closing',
      title: 'Clôture',
      render: (service) => <Closing {...service} />,
    },
    {
      id: 'left',
      title: 'Reste',
      isCompact: true,
      render: ({ closesAt }) => <TimeLeft today={today} closesAt={closesAt} />,
    },
    {
      id: 'return',
      title: 'Retour de la confirmation',
      render: ({ returnDeadline }) => (returnDeadline === null ? 'non fixé' : frenchLocal(returnDeadline)),
    },
  ];
}

/** A closing on a day without counter leaves people with an earlier one (S3-01). */
function Closing({ closesAt, lastCounterDay }: Pick<OpenService, 'closesAt' | 'lastCounterDay'>) {
  if (closesAt === null) return <>Clôture non fixée</>;
  const isEarlier = lastCounterDay !== null && lastCounterDay !== closesAt.slice(0, 10);
  return (
    <>
      {frenchLocal(closesAt)}
      {isEarlier && (
        <>
          <br />
          <span className="quiet">Dernier jour d’accueil : {frenchLocal(lastCounterDay)}</span>
        </>
      )}
    </>
  );
}

function TimeLeft({ today, closesAt }: { today: string; closesAt: string | null }) {
  if (closesAt === null) return <>—</>;
  const days = daysBetween(today, closesAt);
  const tone: Tone = days === 0 ? 'danger' : days <= NEAR_DAYS ? 'warning' : 'neutral';
  return <Badge tone={tone}>{daysLeftWords(days)}</Badge>;
}
