import type { ReactNode } from 'react';
import { Section } from 'react-email';
import { styles } from './theme';

/** A quiet box around what a reader looks for: a code, a number, an amount. */
export function Panel({ children }: Readonly<{ children: ReactNode }>) {
  return (
    <Section className="panel" style={styles.panel}>
      {children}
    </Section>
  );
}
