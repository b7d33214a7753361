import { wordsIn } from '#server/language/words-in';
import { ar } from '../words/ar';
import { de } from '../words/de';
import { en, type MailEnglish } from '../words/en';
import { es } from '../words/es';
import { fr } from '../words/fr';
import { it } from '../words/it';
import { ja } from '../words/ja';
import { pt } from '../words/pt';

export const mailTexts = { en, es, fr, de, pt, it, ja, ar };

/** What messages say to a customer with this locale. */
export const mailWords = wordsIn<MailEnglish>(mailTexts);
