import type { Locale } from './message-props';
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
  locale: Locale;
  orderNumber: string;
  payment: PaymentInstructions;
}>;

const texts = {
  en: {
    methods: {
      cheque: 'By cheque',
      wire: 'By bank transfer',
      cash: 'In cash',
      terminal: 'By card at our terminal',
    },
    reference: (number: string) => `Please give your order number, ${number}, with the payment.`,
  },
} as const satisfies Record<Locale, unknown>;

export function PaymentPanel({ locale, orderNumber, payment }: PaymentPanelProps) {
  const text = texts[locale];
  return (
    <Panel>
      <div className="muted" style={styles.label}>
        {text.methods[payment.method]}
      </div>
      <div style={styles.amountDue}>{payment.amountDue}</div>
      <OwnWords words={payment.instructions} />
      <div style={styles.panelFoot}>{text.reference(orderNumber)}</div>
    </Panel>
  );
}

export function paymentText({ locale, orderNumber, payment }: PaymentPanelProps): string {
  const text = texts[locale];
  const facts = `${text.methods[payment.method]}: ${payment.amountDue}. ${text.reference(orderNumber)}`;
  return payment.instructions === '' ? facts : `${facts}\n\n${payment.instructions}`;
}
