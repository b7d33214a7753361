import type { ReactNode } from 'react';
import { Heading, Section } from 'react-email';
import { styles } from './theme';

type PartProps = Readonly<{ heading?: string; children: ReactNode }>;

/** One part of a message, set apart by space and usually by a heading. */
export function Part({ heading, children }: PartProps) {
  return (
    <Section style={styles.part}>
      {heading === undefined ? null : (
        <Heading as="h2" className="ink" style={styles.partHeading}>
          {heading}
        </Heading>
      )}
      {children}
    </Section>
  );
}
