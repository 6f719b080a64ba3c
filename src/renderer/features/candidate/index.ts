export { CandidateScreen } from './CandidateScreen.tsx';
