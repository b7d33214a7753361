import type { Locale, MessageProps } from './message-props';
import { Prose } from './prose';
import { styles } from './theme';

const texts = {
  en: { hello: 'Hello' },
} as const satisfies Record<Locale, unknown>;

type GreetingProps = Readonly<{ message: MessageProps; children: string }>;

/** `Hello Ada,` and the sentences that say what has happened. */
export function Greeting({ message, children }: GreetingProps) {
  const { hello } = texts[message.locale];
  return (
    <>
      <div className="ink" style={styles.greeting}>
        {message.customerName === '' ? (
          hello
        ) : (
          <>
            {hello} <span dir="auto">{message.customerName}</span>
          </>
        )}
        ,
      </div>
      <Prose>{children}</Prose>
    </>
  );
}

export function greetingText({ locale, customerName }: MessageProps): string {
  return `${`${texts[locale].hello} ${customerName}`.trim()},`;
}
