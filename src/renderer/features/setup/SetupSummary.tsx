import type { ReactNode } from 'react';
import { mayCall } from '#shared/rights.ts';
import { navigate } from '../../host/useRoute.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { useRole, useStation } from '../station/index.ts';
import { DONE_LATER_AT, neighbour, routeOf, titleOf } from './first-steps.ts';
import { useFirstSteps } from './useFirstSteps.ts';
import { useOtherDuties } from './useOtherDuties.ts';

/** What is done, what is left and where; nothing keeps from beginning. */
export function SetupSummary() {
  const { station } = useStation();
  const { steps } = useFirstSteps();
  const duties = useOtherDuties();
  return (
    <>
      <Section title="Ce qui est fait, ce qui reste">
        <ul className="duty-list">
          <Duty
            isDone
            title={station?.training === true ? 'Poste créé, base école' : 'Poste créé, base réelle'}
          >
            {`${station?.name ?? ''} · ${station?.office ?? ''}`}
          </Duty>
          {steps.map(({ step, isDone }) => (
            <Duty key={step} isDone={isDone} title={titleOf(step)}>
              {DONE_LATER_AT[step]}{' '}
              {!isDone && (
                <Button
                  variant="link"
                  label={`Reprendre : ${titleOf(step)}`}
                  onPress={() => navigate(routeOf(step))}
                >
                  Reprendre
                </Button>
              )}
            </Duty>
          ))}
          {duties.map(({ title, where, isDone }) => (
            <Duty key={title} isDone={isDone} title={title}>
              {where}
            </Duty>
          ))}
        </ul>
        <p className="quiet">
          L’accueil rappelle les étapes laissées pour plus tard. On peut inscrire dès maintenant.
        </p>
      </Section>
      <EndActions />
    </>
  );
}

function Duty({ isDone, title, children }: { isDone: boolean; title: string; children: ReactNode }) {
  return (
    <li>
      <Badge tone={isDone ? 'good' : 'warning'}>{isDone ? 'Fait' : 'Reste à faire'}</Badge>
      <strong>{title}</strong>
      <span className="quiet">{children}</span>
    </li>
  );
}

function EndActions() {
  const role = useRole();
  const before = neighbour('summary', -1);
  return (
    <div className="actions actions-sticky">
      {before && <Button onPress={() => navigate(routeOf(before))}>Étape précédente</Button>}
      <Button variant="primary" keys="Ctrl+Enter" onPress={() => navigate({ screen: 'home' })}>
        {mayCall(role, 'registrations.register') ? 'Commencer à travailler' : 'Aller à l’accueil'}
      </Button>
    </div>
  );
}
