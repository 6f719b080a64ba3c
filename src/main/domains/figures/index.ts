export { figureHandlers } from './figure-handlers.ts';
