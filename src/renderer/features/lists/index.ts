export { ListsScreen } from './ListsScreen.tsx';
export { ChoiceFilter } from './ChoiceFilter.tsx';
export { CommittedText } from './CommittedText.tsx';
export { DayFilter } from './DayFilter.tsx';
