export { scannerHandlers } from './scanner-handlers.ts';
