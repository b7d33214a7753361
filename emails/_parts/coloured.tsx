import { readableOn, readColour } from '#domain/colour';
import { accents, darkCard } from './theme';

/**
 * A message in the colour of the shop: it stands in styles only, and nobody's words are styles,
 * since React writes quotation marks and `<` in text as entities.
 */
export function coloured(html: string, accent: string): string {
  const colour = readColour(accent);
  if (colour === null) return html;
  return html.replace(/ style="[^"]*"|<style>.*?<\/style>/gsu, (style) =>
    style
      .replaceAll(accents.light, colour)
      .replaceAll(accents.button, colour)
      .replaceAll(accents.dark, readableOn(darkCard, colour, '#ffffff')),
  );
}
