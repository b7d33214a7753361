import { Badge } from '#app/_ui/badge';
import { statusWord } from '#app/_ui/status-words';
import type { InboxRow } from '#server/payments/read-inbox-page';
import type { Tone } from '../../_ui/tones';

type Judged = Pick<InboxRow, 'verdict' | 'resolution'>;

type Props = Readonly<{ callback: Judged; plain?: boolean | undefined }>;

export function OutcomeBadge({ callback, plain }: Props) {
  const { word, icon } = statusWord('callback', callback.verdict);
  return (
    <Badge tone={outcomeTone(callback)} icon={icon} plain={plain}>
      {word}
    </Badge>
  );
}

/** What was dismissed alarms nobody any more. */
export function outcomeTone({ verdict, resolution }: Judged): Tone {
  return resolution?.action === 'dismiss' ? 'neutral' : statusWord('callback', verdict).tone;
}
