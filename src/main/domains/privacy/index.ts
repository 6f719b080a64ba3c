export { privacyHandlers } from './privacy-handlers.ts';
