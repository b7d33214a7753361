import { createElement, Fragment } from 'react';
import { mailWords } from './mail-words';
import type { MessageProps } from './message-props';
import { Prose } from './prose';
import { styles } from './theme';

type GreetingProps = Readonly<{ message: MessageProps; children: string }>;

/** `Hello Ada,` and the sentences that say what has happened. */
export function Greeting({ message, children }: GreetingProps) {
  const { locale, customerName } = message;
  const { say, pieces } = mailWords(locale);
  const name = <span dir="auto">{customerName}</span>;
  return (
    <>
      <div className="ink" style={styles.greeting}>
        {customerName === ''
          ? say('greeting.nobody')
          : createElement(Fragment, null, ...pieces('greeting.name', { name }))}
      </div>
      <Prose>{children}</Prose>
    </>
  );
}

export function greetingText({ locale, customerName }: MessageProps): string {
  const { say } = mailWords(locale);
  return customerName === ''
    ? say('greeting.nobody')
    : say('greeting.name', { name: customerName });
}
