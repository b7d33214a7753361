/**
 * A message for a language that is written from right to left: every inline style that says left
 * says right and the reverse. Mail programs do not know `start` and `end`, so the styles are
 * written for one direction and turned here. Text stays as it is: React writes its quotation marks
 * as `&quot;`, so `style="…"` is only ever an attribute.
 */
export function mirrored(html: string): string {
  return html.replace(/ style="[^"]*"/gu, (style) =>
    style
      .replace(/\b(left|right)\b/gu, (side) => (side === 'left' ? 'right' : 'left'))
      .replace(
        /(padding|margin):([^\s;]+) ([^\s;]+) ([^\s;]+) ([^\s;"]+)/gu,
        (_, name, top, right, bottom, left) => `${name}:${top} ${left} ${bottom} ${right}`,
      ),
  );
}
