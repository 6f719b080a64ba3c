import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { GuichetError } from '#shared/errors.ts';
import { ErrorNotice } from './ErrorNotice.tsx';

interface LoadedProps<Data> {
  query: UseQueryResult<Data, GuichetError>;
  /** What is being waited for, where it takes more than a moment: a machine that is asked. */
  waitingFor?: string;
  children(data: Data): ReactNode;
}

/** What a query answers, or why it does not. The core is near: while waiting, nothing is drawn that would blink. */
export function Loaded<Data>({ query, waitingFor, children }: LoadedProps<Data>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) return <ErrorNotice error={query.error} />;
  if (waitingFor === undefined) return <div className="loading" aria-busy="true" />;
  return (
    <p className="quiet" role="status">
      {waitingFor}
    </p>
  );
}
