import type { Figures } from '#shared/contract/figures.ts';
import {
  countedReasonLabel,
  EXAM_SHORT_LABELS,
  frenchDate,
  STATUS_LABELS,
} from '#shared/fields/stringify.ts';
import { MODALITY_LABELS } from '#shared/sentences/file-sentences.ts';
import { frenchLocal } from '#shared/sentences/french-dates.ts';
import { EXIT, type CliCommand } from '../command.ts';
import { withStation } from '../open-core.ts';
import { FILTER_HELP, filtersOf } from './list-filters.ts';

export const stats: CliCommand = {
  name: 'stats',
  summary: 'Les chiffres : par jour, examen, spécialité, agent, état, motif et retour.',
  usage: 'stats [--filter NOM=VALEUR]…',
  help: FILTER_HELP,
  options: { filter: { type: 'string', multiple: true } },
  run(line) {
    const filters = filtersOf(line);
    return withStation(line, async ({ call }) => {
      const figures = await call('figures.get', { filters });
      line.io.print(line.json ? JSON.stringify(figures) : described(figures));
      return EXIT.done;
    });
  },
};

function described(figures: Figures): string {
  return [
    `Inscriptions : ${figures.total}`,
    ...(figures.peak
      ? [`Jour le plus chargé : ${frenchLocal(figures.peak.day)} (${figures.peak.count})`]
      : []),
    ...table('Par examen', figures.byExam, ({ exam }) => EXAM_SHORT_LABELS[exam]),
    ...table('Par état', figures.byStatus, ({ status }) => STATUS_LABELS[status]),
    ...table('Par agent', figures.byClerk, ({ clerk }) => clerk),
    ...table('Par motif de la venue', figures.byReason, ({ reason }) =>
      countedReasonLabel(reason, figures.isReasonReserved),
    ),
    ...table(
      'Par retour de la confirmation',
      figures.byModality,
      ({ modality }) => MODALITY_LABELS[modality],
    ),
    ...table(
      'Par spécialité',
      figures.bySpecialty,
      ({ exam, label }) => `${EXAM_SHORT_LABELS[exam]} ${label}`,
    ),
    ...table('Par jour', figures.byDay, ({ day }) => frenchDate(day)),
    ...closings(figures.closings),
  ].join('\n');
}

function table<Item extends { count: number }>(
  title: string,
  items: readonly Item[],
  labelOf: (item: Item) => string,
): string[] {
  if (items.length === 0) return [];
  const width = Math.max(...items.map((item) => String(item.count).length));
  return ['', title, ...items.map((item) => `  ${String(item.count).padStart(width)}  ${labelOf(item)}`)];
}

function closings(items: Figures['closings']): string[] {
  if (items.length === 0) return [];
  const lines = items.map(
    ({ exam, campaignTitle, closesAt }) =>
      `  ${EXAM_SHORT_LABELS[exam].padEnd(8)} ${frenchLocal(closesAt)}  ${campaignTitle}`,
  );
  return ['', 'Clôtures à venir (heure locale)', ...lines];
}
