export { confirmationHandlers } from './confirmation-handlers.ts';
export { findLayout } from './confirmation-store.ts';
