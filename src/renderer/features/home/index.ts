export { HomeScreen } from './HomeScreen.tsx';
export { daysLeftWords } from './days-left.ts';
