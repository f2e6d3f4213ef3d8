const LONGEST = 60;

function folded(word: string): string {
  return word
    .slice(0, LONGEST)
    .toLowerCase()
    .replace(/[\s_.-]/g, "");
}

/** Levenshtein's distance, a swap of two neighbours counted once. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const change = a[row - 1] === b[column - 1] ? 0 : 1;
      let best = Math.min(
        cell(previous, column) + 1,
        cell(current, column - 1) + 1,
        cell(previous, column - 1) + change,
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        best = Math.min(best, cell(before, column - 2) + 1);
      }
      current.push(best);
    }
    before = previous;
    previous = current;
  }
  return cell(previous, b.length);
}

function cell(row: readonly number[], column: number): number {
  return row[column] ?? Infinity; // never absent within the bounds of the words
}

/** The candidate that a mistyped word most likely means, case and separators aside; undefined where none is near. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const expected = folded(word);
  let best: string | undefined;
  let least = Math.min(3, Math.ceil(expected.length / 3)) + 1;
  for (const candidate of candidates) {
    const found = distance(expected, folded(candidate));
    if (found < least) {
      best = candidate;
      least = found;
    }
  }
  return best;
}
