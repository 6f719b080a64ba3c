/** Why the centre stopped a station, and what a person does about it. A reason of a newer centre says the general thing. */
export function suspensionSentence(reason: string | undefined): string {
  return `${why(reason)} Rien n’est perdu : continuez à inscrire. ${what(reason)}`;
}

const COPIED =
  'Le serveur central a suspendu ce poste : sa base paraît avoir été copiée, ou restaurée d’une sauvegarde.';

const WHY: Readonly<Record<string, string>> = {
  office: 'Le rectorat a suspendu ce poste.',
  replaced: 'Ce poste a été rattaché de nouveau depuis une autre copie de sa base.',
  'sequence-reused': COPIED,
  'op-id-reused': COPIED,
  'chain-broken': COPIED,
  'key-forked':
    'Le serveur central a suspendu ce poste : une clé qu’il avait remplacée a servi encore, donc deux ordinateurs l’ont eue.',
};

function why(reason = ''): string {
  return WHY[reason] ?? 'Ce poste est suspendu par le serveur central.';
}

function what(reason: string | undefined): string {
  return reason === 'office'
    ? 'Prévenez le rectorat, qui peut le remettre en service.'
    : 'Demandez au rectorat un code pour rattacher ce poste de nouveau, puis donnez-le à l’écran Lots : ce qui attend partira alors.';
}
