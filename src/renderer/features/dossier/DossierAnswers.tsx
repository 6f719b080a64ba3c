import type { Registration } from '#shared/contract/registrations.ts';
import { Section } from '../../ui/Section.tsx';
import { AchievementList, AnswerReview, ExamPaperTable, PieceList } from '../registration/index.ts';

/** Answers by official step, épreuves with their state, pieces. */
export function DossierAnswers({ registration }: { registration: Registration }) {
  const { answers } = registration;
  return (
    <div className="columns">
      <div className="step-body">
        <AnswerReview
          answers={answers}
          context={{ exam: answers.candidature.exam, session: registration.examYear }}
        />
      </div>
      <div className="step-body">
        <Section title="4 · Acquis">
          <AchievementList achievements={answers.achievements} />
        </Section>
        <Section title="5 · Épreuves">
          <ExamPaperTable examPapers={registration.examPapers} isKnown={registration.examPapersKnown} />
        </Section>
        <Section title="Pièces à fournir">
          <PieceList pieces={registration.pieces} />
        </Section>
      </div>
    </div>
  );
}
