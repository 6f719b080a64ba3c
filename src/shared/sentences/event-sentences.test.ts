import { expect, it } from 'vitest';
import type { FileEvent } from '../contract/registrations.ts';
import { eventSentence } from './event-sentences.ts';

const sentence = (kind: FileEvent['kind'], detail: Record<string, string>) =>
  eventSentence({ kind, detail, agent: 'Agent Essai', atMs: 0 });

it('an event of a file is told in one line, its reason last', () => {
  expect([
    sentence('withdrawn', { reason: 'Renonce' }),
    sentence('pieceSet', { piece: 'Pièce d’identité', state: 'rejected', reason: 'Périmée' }),
    sentence('returnRecorded', {
      version: '01',
      modality: 'post',
      receivedOn: '2026-12-12',
      postmarkedOn: '2026-12-07',
      verdict: 'onTime',
    }),
  ]).toEqual([
    'Désinscrite — motif : Renonce',
    'Pièce d’identité : non conforme — motif : Périmée',
    'Confirmation rendue (version 01), par la poste, reçue le samedi 12 décembre 2026, cachet du lundi 7 décembre 2026 : dans les délais',
  ]);
});

it('a word that this version of the program does not know is shown as it was written', () => {
  expect(sentence('pieceSet', { piece: 'Pièce', state: 'egarée' })).toBe('Pièce : egarée');
});
