export { printingHandlers } from './printing-handlers.ts';
