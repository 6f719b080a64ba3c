export { AdministrationScreen } from './AdministrationScreen.tsx';
