const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** "two", "ten", "11": small counts as a sentence has them. */
export function countInWords(count: number): string {
  return words[count] ?? String(count);
}
