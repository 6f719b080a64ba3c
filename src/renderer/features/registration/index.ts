export { AchievementList } from './AchievementList.tsx';
export { AmendmentScreen } from './AmendmentScreen.tsx';
export { answerAt } from './answer-at.ts';
export { AnswerReview } from './AnswerReview.tsx';
export { ExamPaperTable } from './ExamPaperTable.tsx';
export { NumbersScreen } from './NumbersScreen.tsx';
export { PieceList } from './PieceList.tsx';
export { RegistrationScreen } from './RegistrationScreen.tsx';
