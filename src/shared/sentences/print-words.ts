import type { Print, PrinterDescription, PrinterTrouble, PrintState } from '../contract/printing.ts';

/** What is wrong, then what to do. */
const TROUBLES: Record<PrinterTrouble, { what: string; todo: string }> = {
  'no-paper': { what: 'plus de papier', todo: 'Remettez du papier A4 : l’impression reprend seule.' },
  jam: { what: 'bourrage de papier', todo: 'Retirez la feuille coincée, puis fermez l’imprimante.' },
  'cover-open': { what: 'capot ouvert', todo: 'Fermez l’imprimante : l’impression reprend seule.' },
  'no-ink': { what: 'plus de toner ni d’encre', todo: 'Changez la cartouche ou imprimez ailleurs.' },
  unreachable: {
    what: 'imprimante injoignable',
    todo: 'Vérifiez qu’elle est allumée et reliée au réseau, ou imprimez ailleurs.',
  },
  paused: {
    what: 'imprimante suspendue',
    todo: 'Demandez à l’informatique de la remettre en service, ou imprimez ailleurs.',
  },
  held: {
    what: 'impression retenue dans la file',
    todo: 'Libérez-la dans la file de l’imprimante, ou annulez-la et recommencez.',
  },
  gone: {
    what: 'cette imprimante n’existe pas, ou plus, sur cet ordinateur',
    todo: 'Imprimez ailleurs, et choisissez une autre imprimante pour le poste.',
  },
  none: {
    what: 'aucune imprimante n’était choisie',
    todo: 'Imprimez sur l’une de celles de l’ordinateur, et choisissez-la pour le poste.',
  },
  other: {
    what: 'l’impression n’a pas abouti',
    todo: 'Regardez l’écran de l’imprimante, ou imprimez ailleurs.',
  },
};

export const PRINT_STATE_LABELS: Record<PrintState, string> = {
  sending: 'Envoi',
  waiting: 'En attente',
  printing: 'En cours',
  blocked: 'Bloquée',
  printed: 'Imprimée',
  cancelled: 'Annulée',
  failed: 'Échec',
  unknown: 'Inconnu',
};

/** Of a print that asks for someone; undefined of one that goes well, or is over. */
export function printTrouble({ state, troubles, words }: Print): string | undefined {
  switch (state) {
    case 'blocked':
    case 'failed':
      return [...troubleSentences(troubles), ...ownWords(troubles, words)].join(' ');
    case 'unknown':
      return 'La file d’impression n’en sait plus rien : regardez si la feuille est sortie avant d’imprimer à nouveau.';
    case 'sending':
    case 'waiting':
    case 'printing':
    case 'printed':
    case 'cancelled':
      return undefined;
  }
}

export function troubleSentences(troubles: readonly PrinterTrouble[]): string[] {
  return troubles.map((trouble) => `${capital(TROUBLES[trouble].what)}. ${TROUBLES[trouble].todo}`);
}

/** In a choice: the name, and what keeps it from printing. */
export function printerLabel({ name, isDefault, troubles, printsBothSides }: PrinterDescription): string {
  const notes = [
    ...(isDefault ? ['par défaut'] : []),
    ...(printsBothSides === false ? ['recto seulement'] : []),
    ...troubles.map((trouble) => TROUBLES[trouble].what),
  ];
  return notes.length === 0 ? name : `${name} – ${notes.join(', ')}`;
}

/** Only where ours say too little: a clerk reads no English. */
function ownWords(troubles: readonly PrinterTrouble[], words: string): string[] {
  return words === '' || !troubles.includes('other') ? [] : [`(${words})`];
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
