import { Button, Section } from 'react-email';
import { styles } from './theme';

/** The one thing to do in a message. */
export function ActionButton({ href, label }: Readonly<{ href: string; label: string }>) {
  return (
    <Section style={styles.action}>
      <Button href={href} className="button" style={styles.button}>
        {label}
      </Button>
    </Section>
  );
}
