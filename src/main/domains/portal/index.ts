export { portalHandlers } from './portal-handlers.ts';
export { keepAnswer, openRequests } from './portal-store.ts';
