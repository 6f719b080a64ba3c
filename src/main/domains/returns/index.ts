export { returnHandlers } from './return-handlers.ts';
