import type { Campaign, Modality } from '../contract/campaign.ts';
import type { ConfirmationContent } from './confirmation-content.ts';
import type { Block } from './block.ts';
import type { Group } from './page-flow.ts';
import type { MeasureText } from './text-flow.ts';
import { STYLES } from './type-styles.ts';
import type { TextStyle } from './type-styles.ts';
import { paragraphs, tickable, versoGroup } from './verso-parts.ts';
import type { StyledText } from './verso-parts.ts';

/** In what the return is explained, and in what the rest that is good to know. */
export interface VersoStyles {
  body: TextStyle;
  boldBody: TextStyle;
  note: TextStyle;
}

export const USUAL_VERSO: VersoStyles = { body: STYLES.text, boldBody: STYLES.textBold, note: STYLES.small };
/** For a back that would otherwise cost a second sheet. */
export const TIGHT_VERSO: VersoStyles = { body: STYLES.small, boldBody: STYLES.smallBold, note: STYLES.fine };

/** What the candidate does next: until when, how and where to return the sheet, with which pieces (docs/rules.md, S4-20). */
export function versoGroups(
  content: ConfirmationContent,
  measure: MeasureText,
  styles: VersoStyles,
): Group[] {
  const { texts } = content.campaign;
  const group = (title: string, rows: Block[]) => versoGroup(title, rows, measure);
  const small = (text: string) => paragraphs([styled(text, STYLES.small)], measure);
  const note = (text: string) => paragraphs([styled(text, styles.note)], measure);
  return [
    ...group('Retour de la confirmation', returnRows(content, styles, measure)),
    ...group('Pièces à joindre', pieceRows(content, measure)),
    ...group('Sans retour de votre part', [small(texts.noReturn)]),
    ...group('Après la clôture', closingRows(content).map(small)),
    ...group('Contact', [contact(content, measure)]),
    ...group('Notices de la spécialité', noticeRows(content, measure)),
    ...group('À savoir', texts.notes.map(note)),
    ...group('Espace candidat', [...texts.account, ...portalLinks(content)].map(note)),
  ];
}

function returnRows(
  { campaign, returnDeadline }: ConfirmationContent,
  { body, boldBody }: VersoStyles,
  measure: MeasureText,
): Block[] {
  const deadline = returnDeadline
    ? [styled('Au plus tard le', STYLES.small), styled(returnDeadline, STYLES.display)]
    : [styled('Date limite non fixée à ce jour', STYLES.largeBold)];
  return [
    paragraphs(deadline, measure),
    paragraphs([styled(campaign.texts.returnBy, body)], measure),
    ...returnWays(campaign).map(({ title, lines }) =>
      paragraphs([styled(title, boldBody), ...lines.map((line) => styled(line, body))], measure),
    ),
  ];
}

/** Post and counter share the address of the service, so it is said once. */
function returnWays({
  returnModalities,
  service,
  links,
  academyName,
}: Campaign): { title: string; lines: string[] }[] {
  const toTheService = returnModalities
    .filter((modality) => modality !== 'upload')
    .map((modality) => WAYS[modality]);
  const ways = [];
  if (toTheService.length > 0) {
    const bureau = service.bureau ? [service.bureau] : [];
    ways.push({
      title: capitalised(toTheService.join(' ou ')),
      lines: [academyName, service.name, ...bureau, ...service.addressLines],
    });
  }
  if (returnModalities.includes('upload'))
    ways.push({ title: capitalised(WAYS.upload), lines: [links.portal] });
  return ways;
}

const WAYS: Readonly<Record<Modality, string>> = {
  post: 'par courrier',
  counter: 'au guichet',
  upload: 'en ligne, dans votre espace candidat',
};

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function pieceRows({ pieces }: ConfirmationContent, measure: MeasureText): Block[] {
  return pieces.map(({ label, reason }) => tickable(label, reason, measure));
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

/** A campaign that says nothing of the account leaves at least this: where what comes next will be found (S0-08). */
function portalLinks({ campaign: { links, texts } }: ConfirmationContent): string[] {
  const portal =
    texts.account.length > 0
      ? `Espace candidat : ${links.portal}`
      : `La convocation, le relevé de notes et les autres documents paraissent dans l’espace candidat : ${links.portal}`;
  return [
    portal,
    ...(links.arrangements ? [`Aménagements d’épreuves : ${links.arrangements}`] : []),
    ...(links.syllabuses ? [`Programmes et règlements d’examen : ${links.syllabuses}`] : []),
  ];
}

/** The service, then the case manager's desk where it can be reached by itself (S3-07). */
function contact({ campaign: { service }, caseManager }: ConfirmationContent, measure: MeasureText): Block {
  const bureau = service.bureau ? `${service.name}, ${service.bureau}` : service.name;
  const texts = [...contactLines(bureau, service)];
  if (caseManager && (caseManager.email ?? caseManager.phone))
    texts.push(...contactLines(`Gestionnaire : ${caseManager.title}`, caseManager));
  return paragraphs(texts, measure);
}

function contactLines(
  who: string,
  { phone, email }: { phone?: string | undefined; email?: string | undefined },
): StyledText[] {
  const ways = [phone, email].filter((way) => way !== undefined).join(' · ');
  return [styled(who, STYLES.smallBold), ...(ways ? [styled(ways, STYLES.small)] : [])];
}

function styled(text: string, style: TextStyle): StyledText {
  return { text, style };
}
