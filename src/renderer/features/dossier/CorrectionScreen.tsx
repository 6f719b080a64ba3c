import { useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { answersSchema } from '#shared/contract/answers.ts';
import type { Registration, SeenPiece } from '#shared/contract/registrations.ts';
import { diffAnswers } from '#shared/rules/answer-changes.ts';
import { formatVersion, groupRegistrationNumber } from '#shared/rules/registration-number.ts';
import { problemSentence } from '#shared/sentences/problem-sentences.ts';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { Loaded } from '../../host/Loaded.tsx';
import { useCommand } from '../../host/useCommand.ts';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { navigate } from '../../host/useRoute.ts';
import { Button } from '../../ui/Button.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { useSay } from '../../ui/StatusProvider.tsx';
import { answersFrom, type FormValues } from '../registration/index.ts';
import { CorrectedFields } from './CorrectedFields.tsx';
import { CorrectionReason } from './CorrectionReason.tsx';

/** The identity of a registered candidate, corrected by an entitled clerk who saw a document (S4-07). */
export function CorrectionScreen({ number }: { number: string }) {
  const registration = useCommandQuery('registrations.get', { number }, { isFresh: true });
  return <Loaded query={registration}>{(found) => <Correction found={found} />}</Loaded>;
}

function Correction({ found }: { found: Registration }) {
  // The version that was read is the one that is corrected.
  const [saved] = useState(found);
  const { registrationNumber: number, version } = saved;
  const form = useForm<FormValues>({ defaultValues: saved.answers });
  const [pieceSeen, setPieceSeen] = useState<SeenPiece>();
  const [reason, setReason] = useState('');
  const correct = useCommand('registrations.correct');
  const say = useSay();

  const save = () => {
    form.clearErrors();
    const changes = changesIn(saved, form.getValues());
    correct.mutate(
      { number, changes, reason, pieceSeen, onVersion: version },
      {
        onSuccess: (numbers) => {
          say(`Identité corrigée : version ${formatVersion(numbers.version)}, à signer de nouveau.`);
          navigate({ screen: 'numbers', number });
        },
        onError: ({ fields }) => {
          for (const problem of fields)
            form.setError(problem.path, { type: problem.code, message: problemSentence(problem) });
        },
      },
    );
  };

  return (
    <FormProvider {...form}>
      <div className="page">
        <CorrectionHeader saved={saved} />
        {correct.error && <ErrorNotice error={correct.error} />}
        <CorrectedFields answers={saved.answers} />
        <CorrectionReason
          {...{ pieceSeen, reason, onPieceSeen: setPieceSeen, onReason: setReason }}
          problems={correct.error?.fields ?? []}
        />
        <div className="actions actions-sticky">
          <Button variant="primary" keys="Ctrl+S" isPending={correct.isPending} onPress={save}>
            Enregistrer la correction
          </Button>
          <Button keys="Alt+D" onPress={() => navigate({ screen: 'dossier', number })}>
            Revenir au dossier
          </Button>
        </div>
      </div>
    </FormProvider>
  );
}

function CorrectionHeader({ saved }: { saved: Registration }) {
  const { birthName, givenNames } = saved.answers.identification;
  const file = `N° inscription ${groupRegistrationNumber(saved.registrationNumber)} · version ${formatVersion(saved.version)} enregistrée`;
  return (
    <PageHeader
      title={`Corriger l’identité — ${birthName} ${givenNames}`}
      subtitle={`${file} ; la correction fera la version ${formatVersion(saved.version + 1)}, à signer de nouveau`}
    />
  );
}

/** What was typed and differs. What the schema cannot read goes as it is: the core says why it is refused. */
function changesIn(saved: Registration, values: FormValues): Record<string, unknown> {
  const typed = answersFrom(values);
  const parsed = answersSchema.safeParse(typed);
  if (!parsed.success) return { identification: typed['identification'] };
  return Object.fromEntries(diffAnswers(saved.answers, parsed.data).map(({ path, after }) => [path, after]));
}
