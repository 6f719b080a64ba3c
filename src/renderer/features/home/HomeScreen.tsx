import { PageHeader } from '../../ui/PageHeader.tsx';
import { mayCall } from '#shared/rights.ts';
import { FirstStepsReminder } from '../setup/index.ts';
import { useStation } from '../station/index.ts';
import { TourOffer } from '../tour/index.ts';
import { OldKeyNotice } from './OldKeyNotice.tsx';
import { OpenServices } from './OpenServices.tsx';
import { SafekeepingNotices } from './SafekeepingNotices.tsx';
import { StationState } from './StationState.tsx';
import { WaitingWork } from './WaitingWork.tsx';

const TODAY = new Intl.DateTimeFormat('fr-FR', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});

/** The first look of the day: what is open, what waits, how the station is. */
export function HomeScreen() {
  const { nowMs, station, agent } = useStation();
  const isServing = agent !== null && mayCall(agent.role, 'drafts.list');
  return (
    <div className="page">
      <PageHeader
        title="Accueil"
        subtitle={`${TODAY.format(nowMs)}${station ? ` · ${station.office}` : ''}`}
      />
      <SafekeepingNotices nowMs={nowMs} />
      <OldKeyNotice nowMs={nowMs} />
      <FirstStepsReminder />
      <TourOffer />
      <OpenServices nowMs={nowMs} />
      <div className="columns columns-wide-left">
        {isServing && <WaitingWork />}
        {isServing && <StationState />}
      </div>
    </div>
  );
}
