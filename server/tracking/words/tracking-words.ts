import { wordsIn } from '#server/language/words-in';
import { ar } from './ar';
import { de } from './de';
import { en, type TrackingEnglish } from './en';
import { es } from './es';
import { fr } from './fr';
import { it } from './it';
import { ja } from './ja';
import { pt } from './pt';

export const trackingTexts = { en, es, fr, de, pt, it, ja, ar };

/** What the tracking page says to a customer with this locale. */
export const trackingWords = wordsIn<TrackingEnglish>(trackingTexts);

export type TrackingWords = ReturnType<typeof trackingWords>;
export type TrackingSay = TrackingWords['say'];
