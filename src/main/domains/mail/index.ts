export { keepReturn, type ReturnFacts } from './keep-return.ts';
export { mailHandlers } from './mail-handlers.ts';
