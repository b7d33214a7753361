import * as z from 'zod';
import type { MessageDelivery } from '#domain/vocabulary';

/**
 * What a provider tells of one message: `providerId` is its name there, `messageId` our own, where
 * the provider gave it back. `detail` is for staff, in plain words.
 */
export type DeliveryNews = Readonly<{
  providerId: string;
  messageId: string | null;
  delivery: MessageDelivery;
  detail: string | null;
  at: number;
}>;

/** The tag under which each message carries its id through Resend. */
export const messageTag = 'counterfoil_message';

const Text = z.string().max(2_000);

// A mail server may answer with a page of words, and no words hide that a message came back.
const Detail = z.string().catch('');

const ResendEvent = z.object({
  type: Text,
  created_at: Text,
  data: z.object({
    email_id: z.string().max(255),
    tags: z.record(z.string(), z.unknown()).nullish().catch(null),
    bounce: z.object({ message: Detail, subType: Detail }).partial().nullish().catch(null),
    failed: z.object({ reason: Detail }).partial().nullish().catch(null),
  }),
});
type ResendEvent = z.infer<typeof ResendEvent>;

/**
 * What a webhook of Resend says (https://resend.com/docs/webhooks/event-types): `ignored` where it
 * is about something else than what became of a message, null where it is no JSON. Pure.
 */
export function readResendEvent(body: Uint8Array): DeliveryNews | 'ignored' | null {
  const json = parsed(body);
  if (json === undefined) return null;
  const event = ResendEvent.safeParse(json).data;
  const told = event && toldBy(event);
  if (!event || !told) return 'ignored';
  const { email_id: providerId, tags } = event.data;
  const messageId = tags?.[messageTag];
  const at = Date.parse(event.created_at);
  return Number.isNaN(at)
    ? 'ignored'
    : { providerId, messageId: typeof messageId === 'string' ? messageId : null, at, ...told };
}

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}

type Told = Pick<DeliveryNews, 'delivery' | 'detail'>;

function toldBy({ type, data }: ResendEvent): Told | null {
  switch (type) {
    case 'email.delivered':
      return { delivery: 'delivered', detail: null };
    case 'email.delivery_delayed':
      return {
        delivery: 'delayed',
        detail: 'The mail server of the customer does not take it yet.',
      };
    case 'email.bounced':
      return { delivery: 'bounced', detail: bounceWords(data.bounce ?? {}) };
    case 'email.suppressed':
      return { delivery: 'bounced', detail: blocked };
    case 'email.failed':
      return { delivery: 'bounced', detail: failureWords(data.failed?.reason ?? '') };
    case 'email.complained':
      return { delivery: 'complained', detail: 'The customer marked it as spam.' };
    default:
      return null;
  }
}

const blocked = 'Resend no longer writes to this address: mail to it came back before.';

/** The sub-types are those of Amazon SES, which Resend passes on. */
function bounceWords({ message = '', subType = '' }: NonNullable<ResendEvent['data']['bounce']>) {
  if (subType === 'NoEmail' || /\b5\.1\.(1|10)\b/.test(message))
    return 'The mailbox does not exist.';
  if (/suppress/i.test(subType)) return blocked;
  if (subType === 'MailboxFull' || /\b5\.2\.2\b/.test(message)) return 'The mailbox is full.';
  if (/^(ContentRejected|AttachmentRejected|MessageTooLarge)$/.test(subType)) {
    return 'The mail server of the customer did not like what it says.';
  }
  return 'The mail server of the customer refused it.';
}

function failureWords(reason: string): string {
  const words = reason.replaceAll('_', ' ').replace(/\s+/g, ' ').trim().slice(0, 200);
  return words === '' ? 'Resend could not send it.' : `Resend could not send it: ${words}.`;
}
