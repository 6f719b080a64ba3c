export { portfolioHandlers } from './portfolio-handlers.ts';
export { routingOf } from './routing.ts';
