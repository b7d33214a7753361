import { Fragment } from 'react';
import { Section, Text } from 'react-email';
import { styles } from './theme';

/** A paragraph in our words. */
export function Prose({ children }: Readonly<{ children: string }>) {
  return (
    <Text className="ink" style={styles.text}>
      {children}
    </Text>
  );
}

/** A paragraph in somebody's own words: their line breaks, their direction of writing. */
export function OwnWords({ words }: Readonly<{ words: string }>) {
  return words === '' ? null : (
    <Text className="ink" dir="auto" style={styles.text}>
      <BrokenLines lines={words.split('\n')} />
    </Text>
  );
}

/** The same, set apart as a quotation: a note, a reason. */
export function Quote({ words }: Readonly<{ words: string }>) {
  return (
    <Section className="rule" style={styles.quote}>
      <OwnWords words={words} />
    </Section>
  );
}

/** Lines under one another, by `<br>` because few mail clients keep `white-space`. */
export function BrokenLines({ lines }: Readonly<{ lines: readonly string[] }>) {
  return lines.map((line, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never reordered
    <Fragment key={index}>
      {index > 0 ? <br /> : null}
      {line}
    </Fragment>
  ));
}
