import { createHash } from 'node:crypto';
import { AwsClient } from 'aws4fetch';
import type { StoredParts } from '#db/schema/files';
import type { S3Settings } from '#server/env';
import { AppError } from '#server/errors';
import { readBody } from '#server/read-body';
import { byteSource, fill } from './byte-source';
import { type ByteRange, type FileStore, type StoredUpload, storeUnreachable } from './file-store';
import { withIdleLimit } from './with-idle-limit';

/** Every part but the last has this size: S3 asks for 5 MiB or more, R2 for equal parts. */
const partBytes = 8_388_608;

const limitsDefault = { answerMs: 60_000, completeMs: 120_000, idleMs: 30_000 };

/**
 * Any store that speaks S3, by path-style addresses and multipart uploads. One part is held in
 * memory while it is sent, so that its signature covers its bytes and it can be sent again.
 */
export function s3Store(settings: S3Settings, limits = limitsDefault): FileStore {
  const { endpoint, bucket, region, accessKeyId, secretAccessKey } = settings;
  const signer = { accessKeyId, secretAccessKey, region, service: 's3', retries: 2 };
  const client = new AwsClient(signer);

  /** Resolves with the head of the answer, whatever its status; the body may take longer. */
  async function ask(address: string, init: RequestInit, timeoutMs = limits.answerMs) {
    const cut = new AbortController();
    const timer = setTimeout(() => cut.abort(new Error('S3 did not answer in time.')), timeoutMs);
    try {
      const url = `${endpoint}/${bucket}/${address}`;
      return await client.fetch(url, { ...init, redirect: 'manual', signal: cut.signal });
    } finally {
      clearTimeout(timer);
    }
  }

  async function begin(key: string): Promise<StoredParts> {
    const headers = { 'content-type': 'application/octet-stream' };
    const answer = await ask(`${key}?uploads=`, { method: 'POST', headers });
    const text = await textOf(answer);
    const uploadId = /<UploadId>([^<]+)<\/UploadId>/.exec(text)?.[1];
    if (!answer.ok || uploadId === undefined) throw faultOf(answer, text);
    return { uploadId: unescaped(uploadId), etags: [] };
  }

  async function append(upload: StoredUpload, bytes: ReadableStream<Uint8Array>) {
    const { key, size } = upload;
    const { uploadId, etags: before } = partsOf(upload);
    const etags = [...before];
    let { received } = upload;
    const source = byteSource(bytes);
    const room = new Uint8Array(Math.min(partBytes, size - received));
    try {
      while (received < size) {
        const part = room.subarray(0, Math.min(partBytes, size - received));
        if ((await fill(part, source)) < part.byteLength) break;
        etags.push(await putPart(`${key}?${partQuery(uploadId, etags.length + 1)}`, part));
        received += part.byteLength;
      }
      return { received, parts: { uploadId, etags }, fault: source.fault };
    } catch (fault) {
      // What the store has taken of a long chunk need not be sent again.
      if (received === upload.received) throw fault;
      return { received, parts: { uploadId, etags }, fault };
    } finally {
      await source.reader.cancel().catch(() => undefined);
    }
  }

  async function putPart(address: string, body: Uint8Array<ArrayBuffer>): Promise<string> {
    const headers = { 'x-amz-content-sha256': createHash('sha256').update(body).digest('hex') };
    const answer = await ask(address, { method: 'PUT', headers, body });
    const etag = answer.headers.get('etag');
    const text = await textOf(answer);
    if (!answer.ok || etag === null) throw faultOf(answer, text);
    return etag;
  }

  async function complete(upload: StoredUpload) {
    const { uploadId, etags } = partsOf(upload);
    const address = `${upload.key}?uploadId=${encodeURIComponent(uploadId)}`;
    const init = { method: 'POST', body: completionOf(etags) };
    const answer = await ask(address, init, limits.completeMs);
    const text = await textOf(answer);
    // A fault that comes late is told in the body of a 200, and one may be told of what is done.
    if (answer.ok && !text.includes('<Error>')) return;
    if ((await size(upload.key)) !== upload.size) throw faultOf(answer, text);
  }

  async function abort({ key, parts }: StoredUpload) {
    if (!parts) return;
    await ended(ask(`${key}?uploadId=${encodeURIComponent(parts.uploadId)}`, { method: 'DELETE' }));
  }

  async function open(key: string, range: ByteRange) {
    const headers = { range: `bytes=${range.start}-${range.end - 1}` };
    const answer = await ask(key, { headers });
    const given = /^bytes (\d+)-(\d+)\//.exec(answer.headers.get('content-range') ?? '');
    const isWhole = Number(given?.[1]) === range.start && Number(given?.[2]) === range.end - 1;
    if (answer.status !== 206 || !isWhole || !answer.body) {
      throw faultOf(answer, await textOf(answer));
    }
    return exactly(withIdleLimit(answer.body, limits.idleMs), range.end - range.start);
  }

  async function size(key: string): Promise<number | null> {
    const answer = await ask(key, { method: 'HEAD' });
    if (answer.status === 404) return null;
    const length = answer.headers.get('content-length');
    if (!answer.ok || length === null) throw faultOf(answer, '');
    return Number(length);
  }

  return {
    chunkBytesMin: partBytes,
    begin: (key) => told(begin(key)),
    append: (upload, bytes) => told(append(upload, bytes)),
    complete: (upload) => told(complete(upload)),
    abort: (upload) => told(abort(upload)),
    open: (key, range) => told(open(key, range)),
    size: (key) => told(size(key)),
    remove: (key) => told(ended(ask(key, { method: 'DELETE' }))),
  };
}

function partsOf({ key, parts }: StoredUpload): StoredParts {
  if (!parts) throw new Error(`The upload of ${key} was begun in another store.`);
  return parts;
}

function partQuery(uploadId: string, partNumber: number): string {
  return `partNumber=${partNumber}&uploadId=${encodeURIComponent(uploadId)}`;
}

function completionOf(etags: readonly string[]): string {
  const parts = etags.map(
    (etag, index) =>
      `<Part><PartNumber>${index + 1}</PartNumber><ETag>${escaped(etag)}</ETag></Part>`,
  );
  return `<CompleteMultipartUpload>${parts.join('')}</CompleteMultipartUpload>`;
}

/** Fails where the source ends before that many bytes have come. */
function exactly(source: ReadableStream<Uint8Array<ArrayBuffer>>, length: number) {
  let left = length;
  return source.pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(bytes, controller) {
        left -= bytes.byteLength;
        controller.enqueue(bytes);
      },
      flush() {
        if (left !== 0) throw new Error(`The object ended ${left} bytes before its end.`);
      },
    }),
  );
}

/** Removing what is not there is removing too. */
async function ended(asked: Promise<Response>): Promise<void> {
  const answer = await asked;
  const text = await textOf(answer);
  if (!answer.ok && answer.status !== 404) throw faultOf(answer, text);
}

const answerBytesMax = 1_048_576;

async function textOf({ body }: Response): Promise<string> {
  const bounded = new Response(body && withIdleLimit(body, limitsDefault.idleMs));
  return new TextDecoder().decode((await readBody(bounded, answerBytesMax)) ?? undefined);
}

/** For the log: the store's own code, and nothing that may hold a secret. */
function faultOf({ status }: Response, text: string): Error {
  const code = /<Code>(\w{1,60})<\/Code>/.exec(text)?.[1] ?? 'no code';
  return new Error(`S3 answered ${status} (${code}).`);
}

async function told<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof AppError ? error : storeUnreachable(error);
  }
}

const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' } as const;

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => entities[letter as keyof typeof entities]);
}

function unescaped(text: string): string {
  return Object.entries(entities).reduceRight(
    (plain, [letter, entity]) => plain.replaceAll(entity, letter),
    text,
  );
}
