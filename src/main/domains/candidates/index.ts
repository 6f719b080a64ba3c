export { candidateHandlers } from './candidate-handlers.ts';
