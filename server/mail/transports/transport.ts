/** One message ready to leave. `id` is the same at every attempt, so a provider can drop a repeat. */
export type Mail = Readonly<{
  id: string;
  to: string;
  /** Where answers go, if not to the sender. */
  replyTo?: string;
  subject: string;
  html: string;
  text: string;
}>;

/** A way for mail to leave. `send` throws `MailNotSent` and nothing else on purpose. */
export type Transport = Readonly<{
  send: (mail: Mail) => Promise<Readonly<{ providerId: string | null }>>;
}>;

/** How long one message may take, connecting included. */
export const sendTimeoutMs = 20_000;

/** Tells receivers that no person wrote this, so that they send no automatic reply (RFC 3834). */
export const mailHeaders = { 'Auto-Submitted': 'auto-generated' } as const;

type Details = Readonly<{
  isPermanent: boolean;
  retryAfterMs?: number;
  refusal?: string | null;
  cause?: unknown;
}>;

/**
 * Why a message did not leave, in words for staff. Permanent means that trying this message again
 * cannot help; a fault of the provider or of our settings is temporary. `refusal` is what the
 * customer's mailbox has against it, in plain words: then the message has come back.
 */
export class MailNotSent extends Error {
  override readonly name = 'MailNotSent';
  readonly isPermanent: boolean;
  readonly retryAfterMs: number;
  readonly refusal: string | null;

  constructor(message: string, { isPermanent, retryAfterMs = 0, refusal, cause }: Details) {
    super(message, { cause });
    this.isPermanent = isPermanent;
    this.retryAfterMs = retryAfterMs;
    this.refusal = refusal ?? null;
  }
}
