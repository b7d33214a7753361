import { Card } from '#app/_ui/card';
import { Icon, type IconName } from '#app/_ui/icon';
import type { CallbackCheck, CallbackStep } from '#server/payments/callback-steps';
import type { CallbackPage } from '#server/payments/read-callback-page';
import { type Tone, toneInks } from '../../../_ui/tones';

/** Each check that the message went through, with its result, and why it stopped where it did. */
export function ChecksCard({ page: { callback, handling } }: Readonly<{ page: CallbackPage }>) {
  const reason = handling.isTaken ? callback.resolution?.before.reason : callback.reason;
  return (
    <Card title="How it was checked">
      <ol className="grid gap-1.5">
        {handling.steps.map(({ check, result }) => {
          const { icon, tone, word } = results[result];
          return (
            <li key={check} className="flex gap-3">
              <Icon name={icon} className={`mt-[3px] ${toneInks[tone]}`} />
              <div className="min-w-0 grow">
                <p className={result === 'not_reached' ? 'text-ink-soft' : ''}>
                  {checkWords[check]}
                </p>
                {result === 'failed' ? (
                  <p className="text-ink-soft wrap-anywhere">{reason}</p>
                ) : null}
              </div>
              <span className={`shrink-0 text-sm leading-[1.7] ${toneInks[tone]}`}>{word}</span>
            </li>
          );
        })}
      </ol>
    </Card>
  );
}

type Result = Readonly<{ word: string; icon: IconName; tone: Tone }>;

const results = {
  passed: { word: 'Passed', icon: 'circle-check', tone: 'good' },
  failed: { word: 'Failed', icon: 'circle-x', tone: 'bad' },
  not_reached: { word: 'Not reached', icon: 'circle-dashed', tone: 'neutral' },
} as const satisfies Record<CallbackStep['result'], Result>;

const checkWords = {
  account_ready: 'The payment account is set up',
  proof_fits: 'It is proved to come from the gateway',
  can_be_read: 'The message can be read',
  is_live: 'Test or real money, as the account takes it',
  confirmed: 'All that it says is proved',
  order_known: 'There is an order of this number',
  order_open: 'The order was waiting for money',
  same_currency: 'The currency is that of the order',
  same_amount: 'The amount is what was due',
} as const satisfies Record<CallbackCheck, string>;
