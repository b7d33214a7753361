import { Link, Text } from 'react-email';
import { ActionButton } from '#emails/_parts/action-button';
import { Closing, closingText } from '#emails/_parts/closing';
import { Greeting, greetingText } from '#emails/_parts/greeting';
import { joinBlocks } from '#emails/_parts/join-blocks';
import { footerText, Layout } from '#emails/_parts/layout';
import { mailWords } from '#emails/_parts/mail-words';
import type { MessageProps } from '#emails/_parts/message-props';
import { Part } from '#emails/_parts/part';
import { styles } from '#emails/_parts/theme';
import { worded } from '#emails/_parts/wordings';

/** About no order, so `orderNumber` and `trackingUrl` are empty. */
export type SignInLinkProps = MessageProps & Readonly<{ signInUrl: string }>;

export default function SignInLinkEmail(props: SignInLinkProps) {
  const { locale, signInUrl } = props;
  const { say } = mailWords(locale);
  return (
    <Layout
      message={props}
      preview={opening(props)}
      heading={worded(props, 'heading', say('signIn.heading'))}
    >
      <Greeting message={props}>{opening(props)}</Greeting>
      <ActionButton href={signInUrl} label={say('signIn.button')} />
      <Part>
        <Text className="muted" style={styles.footerText}>
          {say('signIn.address')}{' '}
          <Link className="muted" href={signInUrl} style={styles.footerLink}>
            <span dir="ltr">{signInUrl}</span>
          </Link>
        </Text>
      </Part>
      <Closing message={props} original={say('signIn.notYou')} />
    </Layout>
  );
}

export function signInLinkText(props: SignInLinkProps): string {
  const { say } = mailWords(props.locale);
  return joinBlocks([
    greetingText(props),
    opening(props),
    `${say('text.heading', { label: say('signIn.button') })}\n${props.signInUrl}`,
    closingText(props, say('signIn.notYou')),
    footerText(props),
  ]);
}

function opening(props: SignInLinkProps): string {
  const original = mailWords(props.locale).say('signIn.opening', { shop: props.shopName });
  return worded(props, 'opening', original);
}

SignInLinkEmail.PreviewProps = {
  locale: 'en',
  subject: 'Counterfoil Teas: your link to sign in',
  shopName: 'Counterfoil Teas',
  orderNumber: '',
  customerName: 'Ada Whitcombe',
  trackingUrl: '',
  signInUrl:
    'https://teas.example/my/sign-in/9rJ4mQx2VbT7kLw5aXcD0e.Yc1tq8wZk3uVn6mJb0sPf2dRg5hLx7oAe9iCq4vTwMk',
} satisfies SignInLinkProps;
