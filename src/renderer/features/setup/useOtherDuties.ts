import { mayCall } from '#shared/rights.ts';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { useRole } from '../station/index.ts';

interface Duty {
  title: string;
  where: string;
  isDone: boolean;
}

/** What the first day asks besides the assistant; only what the clerk at the keyboard may do. */
export function useOtherDuties(): Duty[] {
  const role = useRole();
  const isHead = mayCall(role, 'clerks.list');
  const clerks = useCommandQuery('clerks.list', {}, { enabled: isHead });
  const sync = useCommandQuery('sync.status', {});
  const safekeeping = useCommandQuery('safekeeping.status', {});
  const duties: (Duty & { isMine: boolean })[] = [
    {
      title: 'Les autres agents',
      where: 'Administration (Alt+U), Agents : un compte par personne',
      isDone: (clerks.data?.length ?? 0) > 1,
      isMine: isHead,
    },
    {
      title: 'Une sauvegarde hors du poste',
      where: 'Administration (Alt+U), Sauvegarde : chaque semaine, sur une clé',
      isDone: (safekeeping.data?.lastBackupAtMs ?? null) !== null,
      isMine: mayCall(role, 'safekeeping.backup'),
    },
    {
      title: 'Le rattachement au serveur central',
      where: 'Lots (Alt+L) : l’adresse et le code que donne le rectorat',
      isDone: (sync.data?.serverUrl ?? null) !== null,
      isMine: mayCall(role, 'sync.enrol'),
    },
  ];
  return duties.filter(({ isMine }) => isMine);
}
