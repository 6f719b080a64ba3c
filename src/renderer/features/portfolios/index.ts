export { CaseManagerFacts } from './CaseManagerFacts.tsx';
export { PortfoliosScreen } from './PortfoliosScreen.tsx';
