import type { Consequence } from '#app/_ui/confirm-panel';
import { Moment } from '#app/_ui/moment';
import type { CallbackHandling } from '#server/payments/read-callback-page';
import type { StepWords } from './step-words';

type Clock = Readonly<{ nowMs: number; timeZone: string }>;

/** Verifying again; where the gateway has yet to confirm the message, it is asked by that. */
export function verifyWords(handling: CallbackHandling, clock: Clock): StepWords {
  const isAsked = handling.asked > 0;
  return {
    title: isAsked ? 'Ask the gateway now' : 'Verify it again',
    button: isAsked ? 'Ask now' : 'Verify again',
    pending: isAsked ? 'Asking…' : 'Verifying…',
    consequences: [
      {
        key: 'checked',
        icon: 'shield-check',
        what: 'The message is checked once more, byte for byte, with what the account says now.',
      },
      {
        key: 'outcome',
        icon: 'circle-check',
        what: 'If it passes, it is applied as if it had just come in; if not, nothing changes.',
      },
      ...askedLine(handling, clock),
    ],
  };
}

function askedLine({ askAt, asked }: CallbackHandling, clock: Clock): readonly Consequence[] {
  if (asked === 0) return [];
  const times = asked === 1 ? 'once' : `${asked} times`;
  return [
    {
      key: 'asked',
      icon: 'clock',
      what:
        askAt === null ? (
          `The gateway was asked ${times}. It is not asked again by itself.`
        ) : (
          <>
            The gateway was asked {times}. It is asked again by itself,{' '}
            <Moment at={askAt} {...clock} />.
          </>
        ),
    },
  ];
}
