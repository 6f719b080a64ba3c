import type { CommandOutput } from '#shared/contract/index.ts';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { Loaded } from '../../host/Loaded.tsx';
import { useCommand } from '../../host/useCommand.ts';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { navigate } from '../../host/useRoute.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { PrefillReview } from '../registration/index.ts';

interface ReRegistrationProps {
  candidateNumber: string;
  onClose(): void;
}

/** What a new registration would begin with, to be confirmed by the clerk before it is even a draft. */
export function ReRegistration({ candidateNumber, onClose }: ReRegistrationProps) {
  const prefill = useCommandQuery('candidates.prefill', { candidateNumber }, { isFresh: true });
  const saveDraft = useCommand('drafts.save');

  const begin = ({ answers }: CommandOutput<'candidates.prefill'>) =>
    saveDraft.mutate(
      { id: crypto.randomUUID(), answers, step: 1, candidate: candidateNumber },
      { onSuccess: ({ id }) => navigate({ screen: 'registration', draftId: id }) },
    );

  return (
    <Loaded query={prefill}>
      {(found) => (
        <Section title="Réinscription : ce qui sera repris">
          {saveDraft.error && <ErrorNotice error={saveDraft.error} />}
          <div className="actions">
            <Button
              variant="primary"
              keys="Ctrl+Enter"
              isPending={saveDraft.isPending}
              onPress={() => begin(found)}
            >
              Reprendre ces réponses
            </Button>
            <Button keys="Escape" onPress={onClose}>
              Annuler
            </Button>
          </div>
          <PrefillReview prefill={found} />
        </Section>
      )}
    </Loaded>
  );
}
