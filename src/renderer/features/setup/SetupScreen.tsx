import { useEffect, useRef, type ReactNode } from 'react';
import { navigate } from '../../host/useRoute.ts';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { Button } from '../../ui/Button.tsx';
import { StepTrail } from '../../ui/StepTrail.tsx';
import { PrintersPanel } from '../printing/index.ts';
import { ScannersPanel } from '../scanners/index.ts';
import { SETUP_TITLES } from '../station/index.ts';
import { CampaignStep } from './CampaignStep.tsx';
import { rankOf, routeOf, SETUP_STEPS, stepOf, titleOf, type SetupStep } from './first-steps.ts';
import { RecoveryKeyStep } from './RecoveryKeyStep.tsx';
import { SetupSummary } from './SetupSummary.tsx';
import { StepActions } from './StepActions.tsx';

/** The first start goes on inside the program: each step may be left, and taken up again from the home screen. */
export function SetupScreen({ step: name }: { step: string | undefined }) {
  const step = stepOf(name);
  const rank = rankOf(step);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), [step]);
  return (
    <div className="page">
      <header className="page-header">
        <div>
          <h1 ref={title} tabIndex={-1} className="step-body">
            {`Mise en service du poste : ${titleOf(step).toLowerCase()}`}
          </h1>
          <p className="page-subtitle">
            Étape {rank + 1} sur {SETUP_TITLES.length}. Ce qui est fait est gardé ; le reste peut attendre.
          </p>
        </div>
        <Button variant="quiet" onPress={() => navigate({ screen: 'home' })}>
          Finir plus tard
        </Button>
      </header>
      <Trail step={step} />
      <StepContent step={step} />
      {step !== 'summary' && <StepActions key={step} step={step} />}
    </div>
  );
}

/** The station and its first clerk are made: no way leads back to them. */
function Trail({ step }: { step: SetupStep }) {
  const { data } = useCommandQuery('station.firstSteps', {});
  const later = SETUP_STEPS.map((one) => ({
    title: titleOf(one),
    isDone: one !== 'summary' && data?.done.includes(one) === true,
    onChoose: () => navigate(routeOf(one)),
  }));
  const before = SETUP_TITLES.slice(0, rankOf('recoveryKey')).map((title) => ({ title, isDone: true }));
  return (
    <StepTrail label="Étapes de la mise en service" current={rankOf(step)} steps={[...before, ...later]} />
  );
}

function StepContent({ step }: { step: SetupStep }): ReactNode {
  switch (step) {
    case 'recoveryKey':
      return <RecoveryKeyStep />;
    case 'campaign':
      return <CampaignStep />;
    case 'scanner':
      return <ScannersPanel />;
    case 'printer':
      return <PrintersPanel />;
    case 'summary':
      return <SetupSummary />;
  }
}
