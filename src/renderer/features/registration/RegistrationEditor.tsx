import type { ReactNode } from 'react';
import { FormProvider } from 'react-hook-form';
import type { GuichetError } from '#shared/errors.ts';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { Button } from '../../ui/Button.tsx';
import { PersonProvider, type Person } from './PersonContext.tsx';
import { ProblemSummary } from './ProblemSummary.tsx';
import { StepBody } from './StepBody.tsx';
import { StepTabs } from './StepTabs.tsx';
import { SummaryStep } from './steps/SummaryStep.tsx';
import { useFieldHelp } from './useFieldHelp.ts';
import { useRefusalInSight } from './useRefusalInSight.ts';
import { SUMMARY_STEP, type RegistrationForm } from './useRegistrationForm.ts';

interface RegistrationEditorProps {
  registration: RegistrationForm;
  person: Person;
  saveLabel: string;
  isSaving: boolean;
  /** A refusal that belongs to no field: the disk is full, the file changed meanwhile. */
  refusal: GuichetError | null;
  onSave(): void;
  header: ReactNode;
}

/** The seven steps, whatever is done with the answers. Saving is only possible on the sixth, after the read-back. */
export function RegistrationEditor({
  registration,
  person,
  saveLabel,
  isSaving,
  refusal,
  onSave,
  header,
}: RegistrationEditorProps) {
  const { form, step, problems, goTo, next, jumpTo } = registration;
  const followFocus = useFieldHelp(form);
  const isSummary = step === SUMMARY_STEP;
  const isRefused = problems.length > 0 || refusal !== null;
  const { page, save } = useRefusalInSight({ isSaving, isRefused, onSave });
  const shown = isSummary ? problems : problems.filter((problem) => problem.step === step);
  return (
    <FormProvider {...form}>
      <PersonProvider value={person}>
        <div ref={page} className="page" onFocus={followFocus}>
          {header}
          <StepTabs
            current={step}
            problemCount={(other) => problems.filter((problem) => problem.step === other).length}
            onChoose={goTo}
          />
          {refusal && refusal.fields.length === 0 && <ErrorNotice error={refusal} />}
          <ProblemSummary problems={shown} isFull={isSummary} onJump={jumpTo} />
          <StepBody step={step} summary={<SummaryStep registration={registration} />} />
          <div className="actions actions-sticky">
            {step > 1 && (
              <Button keys="PageUp" onPress={() => goTo(step - 1)}>
                Précédent
              </Button>
            )}
            {isSummary ? (
              <Button variant="primary" keys="Ctrl+S" isPending={isSaving} onPress={save}>
                {saveLabel}
              </Button>
            ) : (
              <Button variant="primary" keys="Ctrl+Enter" onPress={() => void next()}>
                Suivant
              </Button>
            )}
          </div>
        </div>
      </PersonProvider>
    </FormProvider>
  );
}
