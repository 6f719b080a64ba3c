import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { GuichetError } from '#shared/errors.ts';
import { ErrorNotice } from './ErrorNotice.tsx';

interface LoadedProps<Data> {
  query: UseQueryResult<Data, GuichetError>;
  children(data: Data): ReactNode;
}

/** What a query answers, or why it does not. The core is near: while waiting, nothing is drawn that would blink. */
export function Loaded<Data>({ query, children }: LoadedProps<Data>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) return <ErrorNotice error={query.error} />;
  return <div className="loading" aria-busy="true" />;
}
