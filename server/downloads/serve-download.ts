import type { Context } from '#server/context';
import { AppError } from '#server/errors';
import type { FileStore } from '#server/files/file-store';
import { attachmentHeader } from './attachment-header';
import { beginWithinMs, goOnWithinMs, readDownloadLink } from './download-link';
import { downloadMeter, markFailed, sentMax } from './download-meter';
import { blockBytes, meteredStream } from './metered-stream';
import { type Download, readDownload, type Version } from './read-download';
import { type ByteRange, requestedRange } from './requested-range';

export type DownloadAsked = Readonly<{
  /** What stands in the address. */
  link: string;
  method: 'GET' | 'HEAD';
  /** The headers Range and If-Range. */
  range: string | null;
  ifRange: string | null;
}>;

/** Why an address gives nothing more. */
export type WhyGone = 'too_late' | 'sent_already' | 'taken_back' | 'withdrawn';

export type Served =
  | Readonly<{
      kind: 'file';
      status: 200 | 206;
      headers: Readonly<Record<string, string> & { 'content-length': string }>;
      body: ReadableStream<Uint8Array> | null;
    }>
  | Readonly<{ kind: 'unsatisfiable'; size: number }>
  | Readonly<{ kind: 'unknown' }>
  | Readonly<{ kind: 'gone'; why: WhyGone }>
  | Readonly<{ kind: 'unavailable' }>;

/**
 * Sends the file of a download that was clicked, or the part of it that is asked for. The click has
 * spent it: HEAD, ranges and what goes on after a cut are the same download, up to twice its size.
 * Where the store fails it does not count.
 */
export async function serveDownload(
  ctx: Context,
  files: Pick<FileStore, 'open'>,
  asked: DownloadAsked,
): Promise<Served> {
  const link = readDownloadLink(asked.link, ctx.env.authSecret);
  const download = link && (await readDownload(ctx, link.id));
  if (!link || !download) return { kind: 'unknown' };
  const why = whyGone(download, link.expiresAt, ctx.now());
  if (why !== null) return { kind: 'gone', why };
  const { version } = download;
  if (version === null) {
    await markFailed(ctx, download.id);
    return { kind: 'gone', why: 'withdrawn' };
  }
  return serveVersion(ctx, files, { asked, version, id: download.id });
}

function whyGone(download: Download, expiresAt: number, now: number): WhyGone | null {
  const { clickedAt, begunAt, version } = download;
  const end = begunAt === null ? clickedAt + beginWithinMs : begunAt + goOnWithinMs;
  if (download.isTakenBack) return 'taken_back';
  if (now >= Math.min(end, expiresAt)) return 'too_late';
  const isSpent = version !== null && download.bytesSent >= sentMax(version.size);
  return isSpent ? 'sent_already' : null;
}

type Found = Readonly<{ id: string; asked: DownloadAsked; version: Version }>;

async function serveVersion(
  ctx: Context,
  files: Pick<FileStore, 'open'>,
  found: Found,
): Promise<Served> {
  const { asked, version } = found;
  const { size } = version;
  const etag = `"${version.sha256}"`;
  const wanted =
    asked.method === 'HEAD' ? ({ kind: 'whole' } as const) : requestedRange(asked, { size, etag });
  if (wanted.kind === 'unsatisfiable') return { kind: 'unsatisfiable', size };
  const isPart = wanted.kind === 'part';
  const range = isPart ? wanted.range : { start: 0, end: size - 1 };
  const answer = {
    kind: 'file',
    status: isPart ? 206 : 200,
    headers: {
      'content-type': 'application/octet-stream',
      'content-length': String(lengthOf(range)),
      'content-disposition': attachmentHeader(version.name),
      'accept-ranges': 'bytes',
      etag,
      ...(isPart && { 'content-range': `bytes ${range.start}-${range.end}/${size}` }),
    },
  } as const;
  if (asked.method === 'HEAD') return { ...answer, body: null };
  const body = await bodyOf(ctx, files, { ...found, range });
  return body instanceof ReadableStream ? { ...answer, body } : body;
}

function lengthOf({ start, end }: ByteRange): number {
  return end - start + 1;
}

type Sending = Found & Readonly<{ range: ByteRange }>;

/** The bytes, once it is certain that there are some; else why there are none. */
async function bodyOf(
  ctx: Context,
  files: Pick<FileStore, 'open'>,
  { id, version, range }: Sending,
) {
  const length = lengthOf(range);
  const reserved = Math.min(blockBytes, length);
  const meter = downloadMeter(ctx, { id, size: version.size });
  if (!(await meter.reserve(reserved))) return { kind: 'gone', why: 'sent_already' } as const;
  let source: ReadableStream<Uint8Array>;
  try {
    source = await files.open(version.storeKey, { start: range.start, end: range.end + 1 });
  } catch (cause) {
    // The store has written into the log what the operator has to know.
    if (!(cause instanceof AppError)) console.error(cause);
    await meter.end('failed', reserved);
    return { kind: 'unavailable' } as const;
  }
  try {
    return await meteredStream({ source, length, reserved, meter });
  } catch (cause) {
    console.error(cause);
    return { kind: 'unavailable' } as const;
  }
}
