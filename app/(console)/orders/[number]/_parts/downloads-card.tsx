import { Badge } from '#app/_ui/badge';
import { Card } from '#app/_ui/card';
import { Disclosure } from '#app/_ui/disclosure';
import { fileSize } from '#app/_ui/file-size';
import { Moment } from '#app/_ui/moment';
import { TextLink } from '#app/_ui/text-link';
import { isCurrentGrant } from '#domain/decide-grant';
import type { Grant } from '#domain/order';
import type { OrderDownload, OrderPage } from '#server/orders/read-order-page';
import { deviceWords } from '#server/staff/device-words';
import type { Clock } from './clock';
import { orderPath } from './order-path';

type Props = Readonly<{ page: OrderPage; clock: Clock }>;

export function DownloadsCard({ page, clock }: Props) {
  const { grants } = page.order;
  if (grants.length === 0) return null;
  return (
    <Card title="Downloads" flush>
      <ul className="divide-y divide-line border-line border-t">
        {grants.map((grant) => (
          <GrantPart key={grant.id} {...{ grant, page, clock }} />
        ))}
      </ul>
    </Card>
  );
}

type GrantProps = Props & Readonly<{ grant: Grant }>;

function GrantPart({ grant, page, clock }: GrantProps) {
  const { order, permitted } = page;
  const mayChange = permitted.includes('change_grant') && isCurrentGrant(order, grant);
  const downloads = page.downloads.filter(({ grantId }) => grantId === grant.id);
  return (
    <li className="grid gap-2 px-(--card-pad) py-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <span className="wrap-anywhere min-w-0 font-medium">
          <bdi>{order.lines.find(({ id }) => id === grant.lineId)?.name}</bdi>
        </span>
        <Standing grant={grant} clock={clock} />
        {mayChange ? (
          <span className="ms-auto print:hidden">
            <TextLink href={orderPath(order.number, `/downloads/${grant.id}`)}>
              {grant.revokedAt === null ? 'Change…' : 'Give back…'}
            </TextLink>
          </span>
        ) : null}
      </div>
      <FilesOfGrant grant={grant} page={page} />
      {downloads.length === 0 ? (
        <p className="text-ink-soft text-sm">Nobody has downloaded anything yet.</p>
      ) : (
        <Disclosure summary={`Downloads so far: ${downloads.length}`}>
          <ul className="grid gap-2">
            {downloads.map((download) => (
              <DownloadLine key={download.id} download={download} clock={clock} />
            ))}
          </ul>
        </Disclosure>
      )}
    </li>
  );
}

function Standing({ grant, clock }: Omit<GrantProps, 'page'>) {
  const { revokedAt, expiresAt } = grant;
  if (revokedAt !== null) {
    return (
      <Badge icon="circle-slash">
        Revoked <Moment at={revokedAt} {...clock} show="short" />
      </Badge>
    );
  }
  if (expiresAt === null) return <span className="text-ink-soft text-sm">Without an end</span>;
  return expiresAt <= clock.nowMs ? (
    <Badge icon="clock">
      Ended <Moment at={expiresAt} {...clock} show="short" />
    </Badge>
  ) : (
    <span className="text-ink-soft text-sm">
      Until <Moment at={expiresAt} {...clock} />
    </span>
  );
}

function FilesOfGrant({ grant, page }: Omit<GrantProps, 'clock'>) {
  const files = page.files.filter(({ grantId }) => grantId === grant.id);
  if (files.length === 0) {
    return <p className="text-ink-soft">The product has no file yet: the customer waits for it.</p>;
  }
  return (
    <ul className="grid gap-1">
      {files.map(({ fileId, name, version, size, spent }) => (
        <li key={fileId} className="flex flex-wrap items-baseline justify-between gap-x-4">
          <span className="wrap-anywhere min-w-0">
            <bdi>{name}</bdi>{' '}
            <span className="text-ink-soft text-sm">
              version <bdi>{version}</bdi>, {fileSize(size)}
            </span>
          </span>
          <span className="text-ink-soft text-sm tabular-nums">
            {spent} of {grant.downloadsMax} used
          </span>
        </li>
      ))}
    </ul>
  );
}

type LineProps = Readonly<{ download: OrderDownload; clock: Clock }>;

function DownloadLine({ download, clock }: LineProps) {
  const { name, clickedAt, address, userAgent } = download;
  return (
    <li className="grid text-sm">
      <span className="wrap-anywhere">
        <Moment at={clickedAt} {...clock} />: <bdi>{name ?? 'a file that is gone'}</bdi>{' '}
        {download.version ? (
          <span className="text-ink-soft">
            version <bdi>{download.version}</bdi>
          </span>
        ) : null}
      </span>
      <span className="wrap-anywhere text-ink-soft">
        {sentWords(download)}, to {deviceWords(userAgent)}
        {address === 'unknown' ? '' : ` at ${address}`}
      </span>
    </li>
  );
}

/** How much of a file has left. */
function sentWords({ begunAt, bytesSent, size, finishedAt, failedAt }: OrderDownload): string {
  if (failedAt !== null) return 'Failed on our side, does not count';
  if (begunAt === null) return 'Not begun';
  if (finishedAt !== null) return size === null ? 'All of it' : `All of it, ${fileSize(size)}`;
  const sent = fileSize(Math.min(bytesSent, size ?? bytesSent));
  return size === null ? sent : `${sent} of ${fileSize(size)}`;
}
