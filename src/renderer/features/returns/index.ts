export { ReturnsScreen } from './ReturnsScreen.tsx';
