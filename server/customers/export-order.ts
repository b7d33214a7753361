import { eq } from 'drizzle-orm';
import { codeLooks } from '#db/schema/catalog';
import { downloads } from '#db/schema/downloads';
import { files, fileVersions } from '#db/schema/files';
import { messages } from '#db/schema/messages';
import { events } from '#db/schema/orders';
import type { Context } from '#server/context';
import { assembleOrder } from '#server/orders/assemble-order';
import { orderQueries } from '#server/orders/read-order';
import { iso, viewOrder } from '#server/orders/view-order';

export const mailColumns = {
  template: messages.template,
  recipient: messages.recipient,
  subject: messages.subject,
  status: messages.status,
  createdAt: messages.createdAt,
  sentAt: messages.sentAt,
} as const;

export function viewMail<Mail extends Readonly<{ createdAt: number; sentAt: number | null }>>(
  mail: Mail,
) {
  return { ...mail, createdAt: iso(mail.createdAt), sentAt: isoOrNull(mail.sentAt) };
}

/**
 * An order as the API gives it, what was asked and happened, and what its customer was told, shown
 * and sent. The codes themselves are left out: their customer sees them on the tracking page.
 */
export async function exportOrder({ db, env }: Context, orderId: number) {
  const [history, mail, downloaded, looks, ...rows] = await db.batch([
    ...aboutOrderQueries(db, orderId),
    ...orderQueries(db, { id: orderId }),
  ]);
  const order = assembleOrder(rows);
  return {
    ...(order && viewOrder(order, env.appUrl)),
    requests: order?.requests.map(({ id, askedAt, answeredAt, ...request }) => ({
      ...request,
      ...{ askedAt: iso(askedAt), answeredAt: isoOrNull(answeredAt) },
    })),
    history: history.map((event) => ({ ...event, at: iso(event.at) })),
    messages: mail.map(viewMail),
    downloads: downloaded.map((download) => ({
      ...download,
      ...{ clickedAt: iso(download.clickedAt), finishedAt: isoOrNull(download.finishedAt) },
    })),
    codesShown: looks.map((look) => ({ ...look, at: iso(look.at) })),
  };
}

function aboutOrderQueries(db: Context['db'], orderId: number) {
  const { type, at, data } = events;
  const { clickedAt, address, userAgent, bytesSent, finishedAt } = downloads;
  return [
    db
      .select({ type, at, data })
      .from(events)
      .where(eq(events.orderId, orderId))
      .orderBy(events.version),
    db
      .select(mailColumns)
      .from(messages)
      .where(eq(messages.orderId, orderId))
      .orderBy(messages.createdAt),
    db
      .select({
        ...{ file: files.name, version: fileVersions.label },
        ...{ clickedAt, address, userAgent, bytesSent, finishedAt },
      })
      .from(downloads)
      .leftJoin(files, eq(files.id, downloads.fileId))
      .leftJoin(fileVersions, eq(fileVersions.id, downloads.versionId))
      .where(eq(downloads.orderId, orderId))
      .orderBy(clickedAt),
    db
      .select({ code: codeLooks.codeId, by: codeLooks.actorName, at: codeLooks.at })
      .from(codeLooks)
      .where(eq(codeLooks.orderId, orderId))
      .orderBy(codeLooks.at),
  ] as const;
}

function isoOrNull(at: number | null): string | null {
  return at === null ? null : iso(at);
}
