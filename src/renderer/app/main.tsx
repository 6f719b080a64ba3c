import { createRoot } from 'react-dom/client';
import { createClient } from '../host/client.ts';
import { createQueryClient } from '../host/query-client.ts';
import { followEvents } from '../host/invalidation.ts';
import { resolveHost } from '../host/resolve-host.ts';
import '../theme/base.css';
import { App } from './App.tsx';
import { applyTheme } from './theme-choice.ts';

const { transport, connection } = resolveHost(window);
const client = createClient(transport);
const cache = createQueryClient();
const lookAgain = followEvents(client, cache);
connection.subscribe(() => {
  if (connection.state() === 'lost') client.abandonPending();
  if (connection.state() === 'open') void lookAgain();
});
applyTheme(window);

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(<App host={{ client, connection }} cache={cache} />);
