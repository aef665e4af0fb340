/** Where the page a hit leads to looks for what to mark (`search-field.ts`). */
const marksKey = 'search-marks';

/** Leaves the terms for the page at a path, to be marked when it opens next in this window. */
export function leaveMarks(path: string, terms: readonly string[]): void {
  try {
    sessionStorage.setItem(marksKey, JSON.stringify({ path, terms }));
  } catch {
    // No storage: the page opens at the passage, unmarked.
  }
}
