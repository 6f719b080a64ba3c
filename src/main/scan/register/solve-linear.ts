/**
 * Solves the normal equations of a least-squares problem: `rows` are equations, the last number of each its right side.
 * Undefined when the equations don't determine the unknowns.
 */
export function solveLeastSquares(
  rows: readonly (readonly number[])[],
  unknowns: number,
): number[] | undefined {
  const width = unknowns + 1;
  const normal = Array.from({ length: unknowns }, () => new Float64Array(width));
  for (const row of rows)
    for (let i = 0; i < unknowns; i++) for (let j = 0; j < width; j++) normal[i]![j]! += row[i]! * row[j]!;
  return eliminate(normal);
}

function eliminate(matrix: Float64Array[]): number[] | undefined {
  const size = matrix.length;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++)
      if (Math.abs(matrix[row]![column]!) > Math.abs(matrix[pivot]![column]!)) pivot = row;
    [matrix[column], matrix[pivot]] = [matrix[pivot]!, matrix[column]!];
    const lead = matrix[column]![column]!;
    if (Math.abs(lead) < 1e-12) return undefined;
    for (let row = 0; row < size; row++) {
      if (row === column) continue;
      const factor = matrix[row]![column]! / lead;
      for (let k = column; k <= size; k++) matrix[row]![k]! -= factor * matrix[column]![k]!;
    }
  }
  return matrix.map((row, index) => row[size]! / row[index]!);
}
