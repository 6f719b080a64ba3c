import type { CommandOutput } from '#shared/contract/index.ts';

/** What a campaign says otherwise, thing by thing. */
export function ChangeTable({ changes }: { changes: CommandOutput<'campaigns.compare'>['changes'] }) {
  return (
    <div className="table-scroll">
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">Rubrique</th>
            <th scope="col">Avant</th>
            <th scope="col">Après</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ path, label, before, after }) => (
            <tr key={path}>
              <th scope="row">{label}</th>
              <td>{before ?? <span className="quiet">rien</span>}</td>
              <td>{after === null ? <span className="quiet">rien</span> : <strong>{after}</strong>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
