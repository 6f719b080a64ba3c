import { readFileSync } from 'node:fs';
import { openReference } from '#main/domains/reference/index.ts';
import { readListFile } from '#main/domains/reference/import/import-list.ts';
import { readCampaignText } from '#main/domains/campaigns/campaign-text.ts';
import { contract } from '#shared/contract/index.ts';
import { GuichetError } from '#shared/errors.ts';
import { checkCampaign } from '#shared/rules/campaign-check.ts';
import type { Parser } from '../parser.ts';

const isRefusal = (error: unknown) => error instanceof GuichetError;

const DIPLOMAS = `\uFEFFCommission professionnelle consultative;Secteur;Niveau;Code diplôme;Diplôme;Intitulé de la spécialité (et options);Code RNCP;Date de l’arrêté de création;Première session;Dernière session;Commentaire;Famille de métiers;Session supplémentaire
CPC;Secteur;Niveau 4;400-99901 T;BAC PRO;Essai général;99901;2020-01-01;2027;;;Métiers d'essai;
CPC;Secteur;Niveau 3;500-22141 S;CAP;Pâtissier;38765;2020-01-01;2021;2030;"dit ""ancien""";;2031
CPC;Secteur;Niveau 5;320-99902 T;BTS;Essai supérieur;;;;;;;
`;

const asset = (path: string) => readFileSync(new URL(`../../../assets/${path}`, import.meta.url));

/** Official lists in CSV and JSON, told apart by their headers; the answer is held to the contract, as the core holds it. */
export const lists: Parser = {
  name: 'lists',
  share: 11,
  async prepare() {
    const reference = openReference();
    const [papers] = reference.lists.examPapers;
    const { output } = contract['reference.import'];
    return {
      samples: [
        Buffer.from(DIPLOMAS),
        Buffer.from('code;libellé\r\nFR;France\r\nBE;"Belgique"\r\n'),
        Buffer.from(JSON.stringify([papers], null, 2)),
      ],
      parse: (bytes) => output.parse(readListFile(bytes, undefined, reference).result),
      isRefusal,
    };
  },
};

export const campaigns: Parser = {
  name: 'campaigns',
  share: 5,
  async prepare() {
    const reference = openReference();
    const { input, output } = contract['campaigns.check'];
    return {
      samples: ['training-2027', 'nice-2025', 'grenoble-bp'].map((id) => asset(`campaigns/${id}.json`)),
      parse(bytes) {
        const { success, data } = input.safeParse({ content: bytes.toString() });
        if (!success) throw new GuichetError('invalid-input');
        const text = readCampaignText(data.content);
        const { faults, remarks } =
          text.faults.length > 0 ? { faults: text.faults, remarks: [] } : checkCampaign(text.json, reference);
        return output.parse({ id: null, faults: faults.map(text.locate), remarks: remarks.map(text.locate) });
      },
      isRefusal,
    };
  },
};
