import { dateAndHour } from '../portal/mail-words.ts';
import type { Row, Sql } from '../postgres/database.ts';
import { html, type Html } from '../web/html.ts';
import { notice } from '../web/layout.ts';
import { officePage, type Visitor } from './office-pages.ts';
import { table } from './table.ts';

/** Of each station the last checkpoint kept, and what contradicted one. */
export async function auditRows(sql: Sql): Promise<{ checkpoints: Row[]; contradictions: Row[] }> {
  const checkpoints = await sql.rows(
    `SELECT DISTINCT ON (s.academy_code, s.office, s.name, s.station_id) s.name, s.office, c.entries, c.hash, c.at_ms,
       count(*) OVER (PARTITION BY s.station_id) AS checkpoints
     FROM audit_checkpoint c JOIN station s USING (station_id)
     ORDER BY s.academy_code, s.office, s.name, s.station_id, c.entries DESC`,
  );
  const contradictions = await sql.rows(
    `SELECT s.name, s.office, c.entries, c.received_ms FROM audit_contradiction c JOIN station s USING (station_id)
     ORDER BY c.received_ms DESC LIMIT 200`,
  );
  return { checkpoints, contradictions };
}

export function auditPage(
  visitor: Visitor,
  { checkpoints, contradictions }: Awaited<ReturnType<typeof auditRows>>,
): Html {
  return officePage(
    visitor,
    '/rectorat/journaux',
    'Journaux',
    html`<p>
        Chaque poste signe où en est le journal de ses consultations et de ses actes. Un journal coupé ou
        réécrit ne peut plus rendre ce qui est gardé ici.
      </p>
      ${contradictions.length > 0 && contradictionTable(contradictions)}
      ${table(
        `Journaux suivis : ${checkpoints.length}`,
        ['Poste', 'Lignes', 'Signé le', 'Points gardés', 'Empreinte'],
        checkpoints.map((row) => [
          placeOf(row),
          Number(row['entries']),
          dateAndHour(Number(row['at_ms'])),
          Number(row['checkpoints']),
          html`<code>${String(row['hash'])}</code>`,
        ]),
      )}`,
  );
}

/** On the first page too: a log that was tampered with is not for whoever happens to look. */
export function auditAlarm(contradictions: readonly Row[]): Html | undefined {
  if (contradictions.length === 0) return undefined;
  const names = [
    ...new Set(contradictions.map((row) => `${String(row['name'])} (${String(row['office'])})`)),
  ];
  return notice(
    'bad',
    `Le journal d’un poste contredit ce qu’il avait signé : ${names.join(', ')}. Il a été coupé, réécrit, ou le poste a été copié. Voyez « Journaux ».`,
  );
}

function contradictionTable(rows: readonly Row[]): Html {
  return html`${auditAlarm(rows)}
  ${table(
    `Contradictions : ${rows.length}`,
    ['Reçue le', 'Poste', 'Lignes annoncées'],
    rows.map((row) => [dateAndHour(Number(row['received_ms'])), placeOf(row), Number(row['entries'])]),
  )}`;
}

function placeOf(row: Row): Html {
  return html`<strong>${String(row['name'])}</strong><br />${String(row['office'])}`;
}
