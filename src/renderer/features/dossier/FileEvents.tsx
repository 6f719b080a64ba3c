import type { FileEvent } from '#shared/contract/registrations.ts';
import { eventSentence } from '#shared/sentences/event-sentences.ts';
import { Section } from '../../ui/Section.tsx';

const MOMENT = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short' });

/** What happened to the file beside its versions, newest first: pieces, returns, locks, its end. */
export function FileEvents({ events }: { events: readonly FileEvent[] }) {
  if (events.length === 0) return null;
  const lines = events.map((event, place) => ({ event, place })).reverse();
  return (
    <Section title="Vie du dossier">
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">Quand</th>
            <th scope="col">Quoi</th>
            <th scope="col">Qui</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ event, place }) => (
            <tr key={place}>
              <td className="cell-compact">{MOMENT.format(event.atMs)}</td>
              <td>{eventSentence(event)}</td>
              <td>{event.agent}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
