import type { StationContext } from '#main/context.ts';

export type BatchContext = Pick<StationContext, 'database' | 'files' | 'clock' | 'agent' | 'emit'>;
