import type { ReactNode } from 'react';
import {
  Body,
  Column,
  Container,
  Head,
  Heading,
  Html,
  Img,
  Link,
  Preview,
  Row,
  Section,
  Text,
} from 'react-email';
import { mailWords } from './mail-words';
import type { MessageProps } from './message-props';
import { BrokenLines } from './prose';
import { safeUrl } from './safe-url';
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
  const { postalAddress = '', footer = '' } = message.brand ?? {};
  const reply = mailWords(message.locale).say('frame.reply');
  return ['-- ', message.shopName, reply, footer, postalAddress].filter((line) => line).join('\n');
}

function Stub({ message }: Readonly<{ message: MessageProps }>) {
  return (
    <Section className="rule" tdClassName="pad" style={styles.stub}>
      <Row>
        <Column className="ink" style={styles.stubShop}>
          <Name message={message} />
        </Column>
        <Column className="muted" style={styles.stubNumber}>
          {message.orderNumber === '' ? null : (
            <span dir="auto">
              {mailWords(message.locale).say('frame.order', { number: message.orderNumber })}
            </span>
          )}
        </Column>
      </Row>
    </Section>
  );
}

/** The shop's picture, which says its name to whoever does not see it, or else the name. */
function Name({ message }: Readonly<{ message: MessageProps }>) {
  const logoUrl = safeUrl(message.brand?.logoUrl);
  return logoUrl === undefined ? (
    <span dir="auto">{message.shopName}</span>
  ) : (
    <Img className="logo" src={logoUrl} alt={message.shopName} height={40} style={styles.logo} />
  );
}

function Footer({ message }: Readonly<{ message: MessageProps }>) {
  const { say } = mailWords(message.locale);
  const { postalAddress = '', footer = '' } = message.brand ?? {};
  return (
    <Section tdClassName="pad" style={styles.footer}>
      <Text className="muted" style={styles.footerText}>
        <span dir="auto">{message.shopName}</span> · {say('frame.reply')}
      </Text>
      {message.trackingUrl === '' ? null : (
        <Text className="muted" style={styles.footerText}>
          {say('frame.orderPage')}{' '}
          <Link className="muted" href={message.trackingUrl} style={styles.footerLink}>
            <span dir="ltr">{message.trackingUrl}</span>
          </Link>
        </Text>
      )}
      {[footer, postalAddress]
        .filter((words) => words !== '')
        .map((words) => (
          <Text key={words} className="muted" dir="auto" style={styles.footerText}>
            <BrokenLines lines={words.split('\n')} />
          </Text>
        ))}
    </Section>
  );
}
