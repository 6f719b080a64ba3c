export { letterHandlers } from './letter-handlers.ts';
