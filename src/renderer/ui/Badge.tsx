export type Tone = 'neutral' | 'good' | 'warning' | 'danger' | 'info';

/** A state in one word. The word carries the meaning, the colour only helps. */
export function Badge({ tone = 'neutral', children }: { tone?: Tone; children: string }) {
  return <span className={`badge badge-${tone}`}>{children}</span>;
}
