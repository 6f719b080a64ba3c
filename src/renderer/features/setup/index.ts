export { FirstStepsReminder } from './FirstStepsReminder.tsx';
export { SetupScreen } from './SetupScreen.tsx';
