/** Each tag once, in the order in which they are always kept and shown. */
export function sortedTags(tags: readonly string[]): readonly string[] {
  return [...new Set(tags)].sort();
}
