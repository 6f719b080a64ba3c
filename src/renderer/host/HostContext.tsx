import { createContext, useContext, useSyncExternalStore, type ReactNode } from 'react';
import type { Client } from './client.ts';
import type { Connection, ConnectionState } from './connection.ts';

export interface Host {
  client: Client;
  connection: Connection;
}

const HostContext = createContext<Host | undefined>(undefined);

export function HostProvider({ host, children }: { host: Host; children: ReactNode }) {
  return <HostContext value={host}>{children}</HostContext>;
}

export function useHost(): Host {
  const host = useContext(HostContext);
  if (!host) throw new Error('HostProvider is missing above this component');
  return host;
}

export function useConnectionState(): ConnectionState {
  const { connection } = useHost();
  return useSyncExternalStore(connection.subscribe, connection.state);
}
