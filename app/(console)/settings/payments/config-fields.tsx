import { Card } from '#app/_ui/card';
import { Field } from '#app/_ui/field';
import { FieldRow, FormStack } from '#app/_ui/form-layout';
import { type Choice, SelectField } from '#app/_ui/select-field';
import { TextareaField } from '#app/_ui/textarea-field';
import type { FieldFaults } from '#server/errors';
import type { ConfigTextName, ConfigTexts } from '#server/payments/config-texts';
import { Code } from './gateways/code';

type Props = Readonly<{ texts: ConfigTexts; faults: FieldFaults }>;

/** How the messages of a sender are signed and read. */
export function ConfigFields({ texts, faults }: Props) {
  const field = (name: ConfigTextName) => fieldOf(name, { texts, faults });
  return (
    <>
      <input type="hidden" name="configured" value="yes" />
      <Card title="How messages are signed">
        <FormStack>
          <FieldRow>
            <Field
              {...field('signatureHeader')}
              label="Header of the signature"
              hint="Such as x-signature."
              required
            />
            <Field
              {...field('prefix')}
              label="Text before the signature"
              hint="Such as sha256= where the header begins with it."
              optional
            />
          </FieldRow>
          <FieldRow>
            <SelectField {...select('algorithm', texts, faults)} label="HMAC" choices={hashes} />
            <SelectField
              {...select('encoding', texts, faults)}
              label="Signature is written in"
              choices={encodings}
            />
            <SelectField
              {...select('secretEncoding', texts, faults)}
              label="Secret is written in"
              choices={secretEncodings}
            />
          </FieldRow>
          <Field
            {...field('signedContent')}
            label="What is signed"
            hint={
              <>
                Made of <Code>{'{timestamp}'}</Code>, <Code>{'{url}'}</Code> and{' '}
                <Code>{'{body}'}</Code>, with what stands between them, such as{' '}
                <Code>{'{timestamp}.{body}'}</Code>. A line break is written as <Code>\n</Code>.
              </>
            }
            required
          />
          <FieldRow>
            <Field
              {...field('timestampHeader')}
              label="Header of the time"
              hint="It holds Unix seconds or milliseconds. It has to be signed, too."
              optional
            />
            <Field
              {...field('toleranceSeconds')}
              type="number"
              label="Difference of time"
              hint="How far it may be from our clock."
              after="seconds"
            />
          </FieldRow>
        </FormStack>
      </Card>
      <Card title="How messages are read">
        <FormStack>
          <p className="text-ink-soft">
            Each fact is found by its place in the message, such as <Code>data.payment.id</Code> or{' '}
            <Code>items.0.total</Code>; in a form by the name of its field. Where it may stand in
            several places, put commas between them: the first that is there counts.
          </p>
          <Field {...field('fields.status')} label="Place of the status" required />
          <TextareaField
            {...field('statusMap')}
            label="What each status means"
            hint={`One a line, theirs first: PAID = approved. Ours are approved, authorised (not captured yet), declined, held, pending, cancelled, expired, refunded, chargeback, chargeback_reversed, error and ignored.`}
            rows={5}
            required
          />
          <FieldRow>
            <Field {...field('fields.amount')} label="Place of the amount" optional />
            <SelectField
              {...select('amountUnit', texts, faults)}
              label="Amounts are written as"
              choices={units}
            />
          </FieldRow>
          <SelectField
            {...select('refundAmount', texts, faults)}
            label="A refund tells"
            hint="Where a payment is refunded twice: what the second message says."
            choices={refundAmounts}
          />
          <Field
            {...field('fields.currency')}
            label="Place of the currency"
            hint="Without it, amounts are in the currency of the account."
            optional
          />
          <Field {...field('fields.orderNumber')} label="Place of the order number" optional />
          <Field
            {...field('fields.transactionId')}
            label="Place of the payment’s id"
            hint="The same for a payment and for its refund."
            optional
          />
          <Field
            {...field('fields.authorizationCode')}
            label="Place of the authorization code"
            optional
          />
          <Field
            {...field('fields.eventId')}
            label="Place of the message’s own id"
            hint={
              <>
                Another one for each message, the same when it is sent again. In a header it is{' '}
                <Code>header:x-event-id</Code>.
              </>
            }
            optional
          />
          <FieldRow>
            <Field
              {...field('fields.test')}
              label="Place of a test mark"
              hint="True or test: no real money."
              optional
            />
            <Field
              {...field('fields.live')}
              label="Place of a live mark"
              hint="False or test: no real money."
              optional
            />
          </FieldRow>
        </FormStack>
      </Card>
    </>
  );
}

function fieldOf(name: ConfigTextName, { texts, faults }: Props) {
  return {
    ...select(name, texts, faults),
    mono: true,
    autoComplete: 'off',
    autoCapitalize: 'off',
    spellCheck: false,
    maxLength: name === 'statusMap' ? 10_000 : 1100,
  } as const;
}

function select(name: ConfigTextName, texts: ConfigTexts, faults: FieldFaults) {
  return { name: `config.${name}`, defaultValue: texts[name], error: errorOf(name, faults) };
}

/** A fault may be about a part of a field, such as one line of the statuses. */
function errorOf(name: ConfigTextName, faults: FieldFaults): string | undefined {
  const path = `config.${name}`;
  return Object.entries(faults).find(([at]) => at === path || at.startsWith(`${path}.`))?.[1];
}

const hashes: readonly Choice[] = [
  { value: 'sha256', label: 'SHA-256' },
  { value: 'sha384', label: 'SHA-384' },
  { value: 'sha512', label: 'SHA-512' },
];

const encodings: readonly Choice[] = [
  { value: 'hex', label: 'Hexadecimal' },
  { value: 'base64', label: 'Base64' },
];

const secretEncodings: readonly Choice[] = [{ value: 'utf8', label: 'Plain text' }, ...encodings];

const refundAmounts: readonly Choice[] = [
  { value: 'own', label: 'What was given back this time' },
  { value: 'total', label: 'All that was given back so far' },
];

const units: readonly Choice[] = [
  { value: 'minor', label: 'Smallest unit (5990)' },
  { value: 'decimal', label: 'Decimals (59.90)' },
];
