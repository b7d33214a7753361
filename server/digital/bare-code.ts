/** A code without what copying leaves around it: blanks, and marks that nobody can see. */
export function bareCode(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && isUnseen(text.charAt(start))) start += 1;
  while (end > start && isUnseen(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

function isUnseen(character: string): boolean {
  return /[\s\p{Cf}]/u.test(character);
}
