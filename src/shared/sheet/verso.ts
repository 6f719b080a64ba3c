import { assertNever } from '../assert-never.ts';
import type { Modality } from '../contract/campaign.ts';
import type { ConfirmationContent } from './confirmation-content.ts';
import type { Block } from './block.ts';
import type { Group } from './page-flow.ts';
import type { MeasureText } from './text-flow.ts';
import { STYLES } from './type-styles.ts';
import type { TextStyle } from './type-styles.ts';
import { paragraphs, tickable, versoGroup } from './verso-parts.ts';
import type { StyledText } from './verso-parts.ts';

/** What the candidate does next: until when, how and where to return the sheet, with which pieces (domain.md S4-20). */
export function versoGroups(content: ConfirmationContent, measure: MeasureText): Group[] {
  const { texts } = content.campaign;
  const group = (title: string, rows: Block[]) => versoGroup(title, rows, measure);
  const small = (text: string) => paragraphs([styled(text, STYLES.small)], measure);
  return [
    ...group('Retour de la confirmation', returnRows(content, measure)),
    ...group('Pièces à joindre', pieceRows(content, measure)),
    ...group('Sans retour de votre part', [small(texts.noReturn)]),
    ...group('Après la clôture', closingRows(content).map(small)),
    ...group('Notices de la spécialité', noticeRows(content, measure)),
    ...group('À savoir', texts.notes.map(small)),
    ...group('Documents à venir', nextDocuments(content).map(small)),
    ...group('Contact', [contact(content, measure)]),
  ];
}

function returnRows({ campaign, returnDeadline }: ConfirmationContent, measure: MeasureText): Block[] {
  const deadline = returnDeadline
    ? [styled('Au plus tard le', STYLES.small), styled(returnDeadline, STYLES.display)]
    : [styled('Date limite non fixée à ce jour', STYLES.largeBold)];
  const ways = campaign.returnModalities.map((modality) => {
    const [title, ...details] = modalityLines(modality, campaign);
    return paragraphs([styled(title, STYLES.textBold), ...details.map((line) => styled(line, STYLES.text))], measure);
  });
  return [paragraphs(deadline, measure), paragraphs([styled(campaign.texts.returnBy, STYLES.text)], measure), ...ways];
}

function modalityLines(
  modality: Modality,
  { service, links, academyName }: ConfirmationContent['campaign'],
): [string, ...string[]] {
  const bureau = service.bureau ? [service.bureau] : [];
  switch (modality) {
    case 'post':
      return ['Par courrier', academyName, service.name, ...bureau, ...service.addressLines];
    case 'upload':
      return ['En ligne, dans votre espace candidat', links.portal];
    case 'counter':
      return ['Au guichet', service.name, ...bureau, ...service.addressLines];
    default:
      return assertNever(modality);
  }
}

function pieceRows({ pieces }: ConfirmationContent, measure: MeasureText): Block[] {
  return pieces.map(({ label, reason }) =>
    tickable([styled(label, STYLES.textBold), styled(reason, STYLES.quiet)], measure),
  );
}

function closingRows({ campaign, closesAt }: ConfirmationContent): string[] {
  const closing = closesAt ? [`Clôture des inscriptions : ${closesAt}.`] : [];
  return [...closing, campaign.texts.afterClosing];
}

function noticeRows({ specificNotices = [] }: ConfirmationContent, measure: MeasureText): Block[] {
  return specificNotices.map(({ title, url }) =>
    paragraphs([styled(title, STYLES.smallBold), ...(url ? [styled(url, STYLES.small)] : [])], measure),
  );
}

function nextDocuments({ campaign: { links } }: ConfirmationContent): string[] {
  return [
    `La convocation, le relevé de notes et les autres documents paraissent dans l’espace candidat : ${links.portal}`,
    ...(links.arrangements ? [`Aménagements d’épreuves : ${links.arrangements}`] : []),
    ...(links.syllabuses ? [`Programmes et règlements d’examen : ${links.syllabuses}`] : []),
  ];
}

function contact({ campaign: { service } }: ConfirmationContent, measure: MeasureText): Block {
  const bureau = service.bureau ? `${service.name}, ${service.bureau}` : service.name;
  const ways = [service.phone, service.email].filter((way) => way !== undefined).join(' · ');
  return paragraphs([styled(bureau, STYLES.smallBold), ...(ways ? [styled(ways, STYLES.small)] : [])], measure);
}

function styled(text: string, style: TextStyle): StyledText {
  return { text, style };
}
