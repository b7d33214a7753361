import { inkOf, readColour } from '#domain/colour';
import { accents } from './theme';

/**
 * A message in the colour of the shop: it stands in styles only, and nobody's words are styles,
 * since React writes quotation marks and `<` in text as entities.
 */
export function coloured(html: string, accent: string): string {
  const colour = readColour(accent);
  if (colour === null) return html;
  const { light, dark } = inkOf(colour);
  return html.replace(/ style="[^"]*"|<style>.*?<\/style>/gsu, (style) =>
    style
      .replaceAll(`background-color:${accents.light}`, `background-color:${colour}`)
      .replaceAll(accents.button, colour)
      .replaceAll(accents.light, light)
      .replaceAll(accents.dark, dark),
  );
}
