/** Blocks of a text part, a blank line between them; empty ones are left out. */
export function joinBlocks(blocks: readonly (string | undefined)[]): string {
  return `${blocks.filter((block) => block).join('\n\n')}\n`;
}
