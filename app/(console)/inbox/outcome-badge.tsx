import { Badge } from '#app/_ui/badge';
import { statusWord } from '#app/_ui/status-words';
import type { InboxRow } from '#server/payments/read-inbox-page';
import { settledWords } from './resolution-words';

type Props = Readonly<{
  callback: Pick<InboxRow, 'verdict' | 'resolution'>;
  plain?: boolean | undefined;
}>;

/** The verdict, and quietly what a person made of it: what was dismissed alarms nobody any more. */
export function OutcomeBadge({ callback: { verdict, resolution }, plain }: Props) {
  const { word, icon, tone } = statusWord('callback', verdict);
  const isDismissed = resolution?.action === 'dismiss';
  return (
    <span className="inline-flex max-w-full flex-wrap items-center gap-x-2">
      <Badge tone={isDismissed ? 'neutral' : tone} icon={icon} plain={plain}>
        {word}
      </Badge>
      {resolution === null ? null : (
        <span className="text-ink-soft text-sm">{settledWords[resolution.action]}</span>
      )}
    </span>
  );
}
