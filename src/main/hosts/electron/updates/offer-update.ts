import { dialog } from 'electron';
import type { ReadyUpdate } from './intranet-update.ts';

/** Asked once the clerk has closed the program, never while she works; what she puts off is asked again another day. `putOff` closes the question. */
export async function offerUpdate({ version, install }: ReadyUpdate, putOff: AbortSignal): Promise<void> {
  const { response } = await dialog.showMessageBox({
    type: 'question',
    title: 'Guichet',
    message: `La version ${version} de Guichet est prête. L’installer maintenant ?`,
    detail: 'L’ordinateur peut demander un compte d’administrateur. Guichet ne redémarre pas tout seul.',
    buttons: ['Installer', 'Plus tard'],
    defaultId: 1,
    cancelId: 1,
    signal: putOff,
  });
  if (response === 0) install();
}
