import type { Metadata } from 'next';
import { Card } from '#app/_ui/card';
import { PageGrid } from '#app/_ui/page-grid';
import { PageHeader } from '#app/_ui/page-header';
import { api, sessionContext } from '#server/api/caller';
import { orNotFound } from '#server/api/or-not-found';
import { consoleSession } from '../../console-session';
import { MailBadge } from '../mail-badge';
import { MessageFacts } from './message-facts';
import { MessagePreview } from './message-preview';
import { NextStep } from './next-step';

export const metadata: Metadata = { title: 'Message' };

type Props = Readonly<{ params: Promise<Readonly<{ id: string }>> }>;

export default async function MessagePage({ params }: Props) {
  const { id } = await params;
  const { shop, nowMs, caller } = await consoleSession(`/messages/${id}`);
  const [{ messages }, { env }] = await Promise.all([api(), sessionContext()]);
  const message = await orNotFound(messages.get({ id }));
  return (
    <>
      <PageHeader
        back={{ href: '/messages', label: 'Messages' }}
        title={message.subject}
        badges={<MailBadge status={message.status} delivery={message.delivery} />}
        meta={`To ${message.to}`}
      />
      <PageGrid aside={<MessageFacts message={message} nowMs={nowMs} timeZone={shop.timeZone} />}>
        <NextStep
          message={message}
          hasTransport={env.mail.kind !== 'none'}
          maySend={caller.scopes.has('orders:write')}
        />
        {message.html === null || message.text === null ? (
          <Card title="Message">
            <p className="text-ink-soft">There is nothing to show: {lowerFirst(message.whyNot)}</p>
          </Card>
        ) : (
          <MessagePreview
            html={message.html}
            text={message.text}
            isSent={message.status === 'sent'}
          />
        )}
      </PageGrid>
    </>
  );
}

function lowerFirst(words: string | null): string {
  return words === null ? 'it was not kept.' : words.charAt(0).toLowerCase() + words.slice(1);
}
