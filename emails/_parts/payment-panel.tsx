import { mailWords } from './mail-words';
import { Panel } from './panel';
import { OwnWords } from './prose';
import { styles } from './theme';

/** How to pay an order that is paid by hand. `instructions` are the shop's words, of any lines. */
export type PaymentInstructions = Readonly<{
  method: 'cheque' | 'wire' | 'cash' | 'terminal';
  amountDue: string;
  instructions: string;
}>;

type PaymentPanelProps = Readonly<{
  locale: string;
  orderNumber: string;
  payment: PaymentInstructions;
}>;

export function PaymentPanel({ locale, orderNumber, payment }: PaymentPanelProps) {
  const { say } = mailWords(locale);
  return (
    <Panel>
      <div className="muted" style={styles.label}>
        {say(`payment.${payment.method}`)}
      </div>
      <div style={styles.amountDue}>{payment.amountDue}</div>
      <OwnWords words={payment.instructions} />
      <div style={styles.panelFoot}>{say('payment.reference', { number: orderNumber })}</div>
    </Panel>
  );
}

export function paymentText({ locale, orderNumber, payment }: PaymentPanelProps): string {
  const { say } = mailWords(locale);
  const facts = say('sentences', {
    first: say('payment.line', {
      method: say(`payment.${payment.method}`),
      amount: payment.amountDue,
    }),
    second: say('payment.reference', { number: orderNumber }),
  });
  return payment.instructions === '' ? facts : `${facts}\n\n${payment.instructions}`;
}
