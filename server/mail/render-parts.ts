import type { EmailMessage, RenderedMessage } from '#emails/render-message';

/** The parts of a message; the templates and their library are loaded only where mail is written. */
export async function renderParts(message: EmailMessage): Promise<RenderedMessage> {
  const { renderMessage } = await import('#emails/render-message');
  return renderMessage(message);
}
