export { keepReturn } from './keep-return.ts';
export { mailHandlers } from './mail-handlers.ts';
