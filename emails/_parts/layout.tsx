import type { ReactNode } from 'react';
import {
  Body,
  Column,
  Container,
  Head,
  Heading,
  Html,
  Link,
  Preview,
  Row,
  Section,
  Text,
} from 'react-email';
import { mailWords } from './mail-words';
import type { MessageProps } from './message-props';
import { styles, stylesheet } from './theme';

type LayoutProps = Readonly<{
  message: MessageProps;
  preview: string;
  heading: string;
  children: ReactNode;
}>;

/** The frame of every message: a stub with shop and number, torn off along the dashed line. */
export function Layout({ message, preview, heading, children }: LayoutProps) {
  const { locale, direction } = mailWords(message.locale);
  return (
    <Html lang={locale} dir={direction}>
      <Head>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta
          name="format-detection"
          content="telephone=no, date=no, address=no, email=no, url=no"
        />
        <title>{message.subject}</title>
        <style>{stylesheet}</style>
      </Head>
      <Body className="page" lang={locale} dir={direction} style={styles.page}>
        <Preview useTitleTag={false}>{preview}</Preview>
        {/* biome-ignore lint/a11y/useSemanticElements: mail clients drop <article>, roles they keep */}
        <div aria-label={message.subject} aria-roledescription="e-mail" role="article">
          <Section style={styles.frame}>
            {/* Outlook reads the attribute and knows no max-width, everybody else the reverse. */}
            <Container width={560} style={styles.column}>
              <Section className="card" style={styles.card}>
                <Stub message={message} />
                <Section tdClassName="pad" style={styles.body}>
                  <Heading className="ink" style={styles.heading}>
                    {heading}
                  </Heading>
                  {children}
                </Section>
              </Section>
              <Footer message={message} />
            </Container>
          </Section>
        </div>
      </Body>
    </Html>
  );
}

/** The last lines of the text part, below the mark by which mail programs know a signature. */
export function footerText(message: MessageProps): string {
  return ['-- ', message.shopName, mailWords(message.locale).say('frame.reply')].join('\n');
}

function Stub({ message }: Readonly<{ message: MessageProps }>) {
  return (
    <Section className="rule" tdClassName="pad" style={styles.stub}>
      <Row>
        <Column className="ink" style={styles.stubShop}>
          <span dir="auto">{message.shopName}</span>
        </Column>
        <Column className="muted" style={styles.stubNumber}>
          <span dir="auto">
            {mailWords(message.locale).say('frame.order', { number: message.orderNumber })}
          </span>
        </Column>
      </Row>
    </Section>
  );
}

function Footer({ message }: Readonly<{ message: MessageProps }>) {
  const { say } = mailWords(message.locale);
  return (
    <Section tdClassName="pad" style={styles.footer}>
      <Text className="muted" style={styles.footerText}>
        <span dir="auto">{message.shopName}</span> · {say('frame.reply')}
      </Text>
      <Text className="muted" style={styles.footerText}>
        {say('frame.orderPage')}{' '}
        <Link className="muted" href={message.trackingUrl} style={styles.footerLink}>
          <span dir="ltr">{message.trackingUrl}</span>
        </Link>
      </Text>
    </Section>
  );
}
