import { type Carrier, carrierName } from '#domain/carriers';
import { carrierFor, recognizeTrackingNumber } from '#domain/tracking-number';

/** What is said under a tracking number while it is typed. */
export type RecognitionWords = Readonly<{
  words: string;
  isWarning: boolean;
  /** Carriers worth offering, where the number does not settle it. */
  choices: readonly Carrier[];
}>;

/** `chosen` is the carrier that the person chose, or empty. Never a reason to refuse the number. */
export function recognitionWords(text: string, chosen: string): RecognitionWords | null {
  if (text.trim() === '') return chosen === '' ? nothingTyped : null;
  const { number, matches, ambiguous, warning } = recognizeTrackingNumber(text);
  const possible = [...new Set(matches.map(({ carrier }) => carrier))];
  if (warning !== null && (chosen === '' || chosen === possible[0])) {
    const isTold = chosen !== '' || carrierFor(text) !== 'other';
    return { words: warning, isWarning: true, choices: isTold ? [] : possible };
  }
  if (chosen !== '') return null;
  const sure = carrierFor(text);
  const from = number === text.trim() ? '' : ` The number is ${number}.`;
  if (sure !== 'other') {
    const others = ambiguous ? possible.filter((carrier) => carrier !== sure) : [];
    const maybe = others.length > 0 ? ` It could be from ${orList(others)} too.` : '';
    const words = `Recognised: ${carrierName(sure)}.${maybe}${from}`;
    return { words, isWarning: false, choices: others.length > 0 ? [sure, ...others] : [] };
  }
  return possible.length > 0
    ? {
        words: `Perhaps from ${orList(possible)}: choose one.`,
        isWarning: false,
        choices: possible,
      }
    : { words: 'No carrier recognised: choose one, or Other.', isWarning: false, choices: [] };
}

const nothingTyped: RecognitionWords = {
  words:
    'UPS, USPS, FedEx and DHL are recognised by their numbers. Paste several to make several parcels.',
  isWarning: false,
  choices: [],
};

function orList(carriers: readonly Carrier[]): string {
  return carriers.map(carrierName).join(' or ');
}
