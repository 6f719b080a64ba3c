import type { Row, Sql } from '../postgres/database.ts';

/** What the rectorat's pages show. Rows as read: the pages put them into words. */

export function stationRows(sql: Sql): Promise<Row[]> {
  return sql.rows(
    `SELECT s.station_id, s.name, s.office, s.academy_code, s.head_seq, s.suspended_for, s.revoked_at_ms, s.last_seen_ms,
       s.clock_skew_ms, s.ops_pending, s.scans_pending,
       (SELECT count(*) FROM op o WHERE o.station_id = s.station_id AND verdict = 'held_missing_parent') AS held,
       (SELECT count(*) FROM quarantine q WHERE q.station_id = s.station_id AND decision IS NULL) AS quarantined,
       (SELECT string_agg(block, ', ' ORDER BY block) FROM station_block b WHERE b.station_id = s.station_id) AS blocks
     FROM station s WHERE NOT EXISTS (SELECT 1 FROM office_station f WHERE f.station_id = s.station_id) ORDER BY s.academy_code, s.office, s.name, s.station_id`,
  );
}

/** Deliveries, newest first: each is what one request or one batch brought. */
export function deliveryRows(sql: Sql): Promise<Row[]> {
  return sql.rows(
    `SELECT min(s.name) AS station, min(s.office) AS office, (extract(epoch from min(o.received_at)) * 1000)::bigint AS received_ms,
       count(*) AS ops, count(*) FILTER (WHERE verdict IN ('accepted', 'merged')) AS accepted,
       count(*) FILTER (WHERE verdict = 'held_missing_parent') AS held,
       count(*) FILTER (WHERE verdict = 'conflict') AS conflicts,
       count(*) FILTER (WHERE reason = 'sent-late') AS late
     FROM (SELECT * FROM op ORDER BY server_seq DESC LIMIT 5000) o JOIN station s USING (station_id)
     GROUP BY o.receipt_id ORDER BY min(o.received_at) DESC LIMIT 100`,
  );
}

export function quarantineRows(sql: Sql): Promise<Row[]> {
  return sql.rows(
    `SELECT q.sha256, q.station_id, s.name AS station, q.station_seq, q.reason, q.decision, q.decided_by, s.revoked_at_ms, s.suspended_for,
       (extract(epoch from q.received_at) * 1000)::bigint AS received_ms, q.canonical
     FROM quarantine q JOIN station s USING (station_id) ORDER BY q.decision IS NOT NULL, q.received_at DESC, q.station_seq LIMIT 200`,
  );
}

export function securityRows(sql: Sql): Promise<Row[]> {
  return sql.rows(
    `SELECT e.code, s.name AS station, (extract(epoch from e.at) * 1000)::bigint AS at_ms
     FROM security_event e LEFT JOIN station s USING (station_id) ORDER BY e.id DESC LIMIT 200`,
  );
}

/** New registrations by a way of counting them. */
export function countRows(sql: Sql, by: 'day' | 'academy' | 'exam' | 'station'): Promise<Row[]> {
  const keys = {
    day: `to_char(o.received_at AT TIME ZONE 'Europe/Paris', 'YYYY-MM-DD')`,
    academy: 's.academy_code',
    exam: `substring(r.answers from '"candidature\\.exam":"([a-zA-Z]+)"')`,
    station: `s.name || ' (' || s.office || ')'`,
  };
  return sql.rows(
    `SELECT coalesce(${keys[by]}, '') AS label, count(*) AS registrations, count(*) FILTER (WHERE r.cancelled) AS ended
     FROM op o JOIN station s USING (station_id) JOIN registration r USING (record_id)
     WHERE o.kind = 'create' AND o.verdict = 'accepted' GROUP BY 1 ORDER BY 1 DESC LIMIT 500`,
  );
}
