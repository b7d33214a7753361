import type { MessageProps } from './message-props';
import { Part } from './part';
import { OwnWords } from './prose';
import { worded } from './wordings';

type Props = Readonly<{ message: MessageProps; original?: string }>;

/** The last words of a message, in the shopkeeper's own where there are any. */
export function Closing({ message, original }: Props) {
  const words = closingText(message, original);
  return words === '' ? null : (
    <Part>
      <OwnWords words={words} />
    </Part>
  );
}

export function closingText(message: MessageProps, original = ''): string {
  return worded(message, 'closing', original);
}
