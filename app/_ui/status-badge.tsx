import { Badge } from './badge';
import { type StatusKind, statusWord } from './status-words';

type Props = Readonly<{
  kind: StatusKind;
  value: string;
  /** For tables: a shape and a word without a tinted ground. */
  plain?: boolean | undefined;
}>;

export function StatusBadge({ kind, value, plain }: Props) {
  const { word, icon, tone } = statusWord(kind, value);
  return (
    <Badge tone={tone} icon={icon} plain={plain}>
      {word}
    </Badge>
  );
}
