import { FormNotice } from '#app/_ui/form-notice';
import type { CallbackPage } from '#server/payments/read-callback-page';
import type { NoticeTone } from '../../../_ui/tones';
import { resolvedWords } from '../resolution-words';
import { balanceWords } from './balance-words';

const doneWords = ['taken', 'attached', 'dismissed', 'verified', 'late'] as const;
export type DoneWord = (typeof doneWords)[number];

type Props = Readonly<{ page: CallbackPage; done: string | string[] | undefined }>;

/** What a step has come to; the address names the step, the callback says the rest. */
export function DoneNotice({ page, done }: Props) {
  const word = doneWords.find((known) => known === done);
  const said = word === undefined ? null : saidOf(page, word);
  if (said === null) return null;
  return (
    <div className="mb-4">
      <FormNotice tone={said.tone}>{said.text}</FormNotice>
    </div>
  );
}

type Said = Readonly<{ tone: NoticeTone; text: string }>;

function saidOf(page: CallbackPage, done: DoneWord): Said | null {
  switch (done) {
    case 'taken':
      return takenSaid(page);
    case 'attached':
      return attachedSaid(page);
    case 'dismissed':
      return page.callback.resolution?.action === 'dismiss'
        ? { tone: 'good', text: 'Dismissed. It waits no more, and nothing was changed.' }
        : null;
    case 'verified':
      return verifiedSaid(page);
    case 'late':
      return lateSaid(page);
    default:
      return done satisfies never;
  }
}

function takenSaid({ callback, handling }: CallbackPage): Said | null {
  const { reason, orderNumber, resolution } = callback;
  const { order } = handling;
  if (resolution === null || order === null) return null;
  const balance = balanceWords(order, order.paidMinor);
  return { tone: 'good', text: `${reason} Order ${orderNumber} is paid${balance}.` };
}

function attachedSaid({ callback, handling }: CallbackPage): Said {
  const { orderNumber, reason } = callback;
  return handling.actions.length === 0
    ? { tone: 'good', text: `Attached to order ${orderNumber}. ${reason}` }
    : { tone: 'warn', text: `Attached to order ${orderNumber}, and it still waits: ${reason}` };
}

function verifiedSaid({ callback, handling }: CallbackPage): Said {
  return handling.isVerifiable
    ? { tone: 'warn', text: 'Looked at again, and it does not pass yet.' }
    : { tone: 'good', text: `Verified. ${callback.reason}` };
}

/** Somebody else was faster than the person who reads this. */
function lateSaid({ callback, handling }: CallbackPage): Said | null {
  const { resolution, reason } = callback;
  if (resolution !== null) {
    const { actor, action } = resolution;
    const text = `You did nothing here: ${actor.name} ${resolvedWords[action]} before you.`;
    return { tone: 'warn', text };
  }
  const isOver = handling.actions.length === 0 && !handling.isVerifiable;
  return isOver
    ? { tone: 'warn', text: `You did nothing here: it was settled before you. ${reason}` }
    : null;
}
