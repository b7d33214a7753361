import { ButtonLink } from '#app/_ui/button-link';
import { Card } from '#app/_ui/card';
import { Icon } from '#app/_ui/icon';
import { statusWord } from '#app/_ui/status-words';
import type { CallbackPage } from '#server/payments/read-callback-page';
import { toneGrounds, toneInks } from '../../../_ui/tones';
import { outcomeTone } from '../outcome-badge';
import { adviceFor } from '../verdict-advice';
import { ResolutionLine } from './resolution-line';

type Props = Readonly<{
  page: CallbackPage;
  mayConfigure: boolean;
  nowMs: number;
  timeZone: string;
}>;

/** The answer first: what came of the message, why, and whether anybody has to do anything. */
export function Outcome({ page, mayConfigure, ...clock }: Props) {
  const { callback } = page;
  const { icon } = statusWord('callback', callback.verdict);
  const tone = outcomeTone(callback);
  const { words, ...about } = adviceFor(callback);
  const isAboutAccount = about.isAboutAccount === true && mayConfigure;
  const orderHref =
    callback.hasOrder && callback.orderNumber !== null
      ? `/orders/${encodeURIComponent(callback.orderNumber)}`
      : null;
  return (
    <Card>
      <div className="flex gap-3">
        <span
          className={`flex size-8 shrink-0 items-center justify-center rounded-full ${toneGrounds[tone]} ${toneInks[tone]}`}
        >
          <Icon name={icon} />
        </span>
        <div className="grid min-w-0 justify-items-start gap-1 pt-1">
          <h2 className="font-semibold text-lg">{callback.reason}</h2>
          <p className="max-w-prose text-pretty text-ink-soft">
            {callback.resolution === null ? words : <ResolutionLine page={page} {...clock} />}
          </p>
          {orderHref !== null || isAboutAccount ? (
            <div className="mt-2 flex flex-wrap gap-2">
              {orderHref === null ? null : (
                <ButtonLink href={orderHref}>Open order {callback.orderNumber}</ButtonLink>
              )}
              {isAboutAccount ? (
                <ButtonLink href={`/settings/payments/accounts/${callback.account}`}>
                  Open the payment account
                </ButtonLink>
              ) : null}
            </div>
          ) : null}
        </div>
      </div>
    </Card>
  );
}
