import { useFormContext, useWatch } from 'react-hook-form';
import type { Exam } from '#shared/contract/answers.ts';
import { Loaded } from '../../host/Loaded.tsx';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { FieldPlace, useProblemAt } from './AnswerField.tsx';
import { openServices, serviceKey } from './open-services.ts';

/** Campaign and exam at once, as on the portal: only what is open today can be chosen. */
export function OpenServiceField() {
  const { setValue } = useFormContext();
  const campaignId = useWatch({ name: 'candidature.campaignId' }) as string | undefined;
  const exam = useWatch({ name: 'candidature.exam' }) as Exam | undefined;
  const errorMessage = useProblemAt('candidature.exam', 'candidature.campaignId');
  const campaigns = useCommandQuery('campaigns.list', {});

  return (
    <Loaded query={campaigns}>
      {(list) => {
        const services = openServices(list, { campaignId, exam });
        if (services.length === 0) {
          return (
            <EmptyState title="Aucun service n’est ouvert aujourd’hui : aucune inscription ne peut être prise." />
          );
        }
        return (
          <FieldPlace path="candidature.exam">
            <RadioGroup
              label="Examen et session"
              isRequired
              isVertical
              autoFocus
              errorMessage={errorMessage}
              options={services}
              value={exam === undefined ? undefined : serviceKey({ campaignId, exam })}
              onChange={(key) => {
                const service = services.find((one) => one.value === key);
                if (!service) return;
                setValue('candidature.campaignId', service.campaignId);
                setValue('candidature.exam', service.exam, {
                  shouldDirty: true,
                  shouldTouch: true,
                  shouldValidate: true,
                });
              }}
            />
          </FieldPlace>
        );
      }}
    </Loaded>
  );
}
