export { JobProgress } from './JobProgress.tsx';
