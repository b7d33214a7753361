import { createHash, createHmac, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { S3Settings } from '#server/env';

type Answer = Readonly<{
  status: number;
  headers?: Record<string, string>;
  body?: string | Buffer;
}>;
type Asked = Readonly<{ method: string; url: URL; headers: IncomingMessage['headers'] }>;
type Upload = Readonly<{
  key: string;
  parts: Map<number, Readonly<{ etag: string; bytes: Buffer }>>;
}>;
/** What goes wrong with the next requests: an answer of its own, silence, or a cut after the head. */
export type Mishap = Answer | 'silence' | 'cut';

const settingsOf = (endpoint: string): S3Settings => ({
  ...{ endpoint, bucket: 'files', region: 'eu-test-1' },
  ...{ accessKeyId: 'TESTKEY', secretAccessKey: 'a secret of the tests' },
});

const partBytesMin = 5_242_880;

/**
 * For tests: the part of S3 that files need, over HTTP and kept in memory. Every request has to
 * bear a Signature V4, which is computed here from what came over the wire, by the steps of
 * Amazon's documentation and with none of the code that signs.
 */
export async function startS3Server() {
  const objects = new Map<string, Buffer>();
  const uploads = new Map<string, Upload>();
  const mishaps: Mishap[] = [];
  const settings = { of: settingsOf('') };
  const server = createServer(async (request, response) => {
    const bytes = await bodyOf(request);
    const { method = '', url = '', headers } = request;
    const asked = { method, url: new URL(url, 'http://s3.test'), headers };
    const mishap = mishaps.shift();
    if (mishap === 'silence') return;
    const fault = signatureFault(settings.of, asked, bytes);
    const answer =
      (mishap !== 'cut' && mishap) || (fault ? refusal(403, fault) : answerTo(asked, bytes));
    send(response, answer, mishap === 'cut');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  settings.of = settingsOf(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);

  function answerTo(asked: Asked, bytes: Buffer): Answer {
    const [, bucket, key = ''] = asked.url.pathname.split('/');
    const query = asked.url.searchParams;
    if (bucket !== settings.of.bucket) return refusal(404, 'NoSuchBucket');
    if (asked.method === 'POST' && query.has('uploads')) return begun(key);
    const uploadId = query.get('uploadId');
    if (uploadId === null) return objectAnswer(asked, key);
    const upload = uploads.get(uploadId);
    if (upload?.key !== key) return refusal(404, 'NoSuchUpload');
    if (asked.method === 'PUT') return partPut(upload, Number(query.get('partNumber')), bytes);
    uploads.delete(uploadId);
    return asked.method === 'POST' ? completed(upload, String(bytes)) : { status: 204 };
  }

  function begun(key: string): Answer {
    const uploadId = `${randomBytes(9).toString('base64')}&<"`;
    uploads.set(uploadId, { key, parts: new Map() });
    const written = uploadId.replace('&', '&amp;').replace('<', '&lt;').replace('"', '&quot;');
    return { status: 200, body: `<R><UploadId>${written}</UploadId></R>` };
  }

  function completed(upload: Upload, xml: string): Answer {
    const named = [...xml.matchAll(/<PartNumber>(\d+)<\/PartNumber><ETag>&quot;(\w+)&quot;</g)];
    const parts = named.map(([, number, etag]) => {
      const part = upload.parts.get(Number(number));
      return part?.etag === `"${etag}"` ? part.bytes : null;
    });
    if (parts.length === 0 || parts.includes(null)) return lateRefusal('InvalidPart');
    const isSmall = parts.slice(0, -1).some((part) => (part?.byteLength ?? 0) < partBytesMin);
    if (isSmall) return lateRefusal('EntityTooSmall');
    objects.set(upload.key, Buffer.concat(parts.flatMap((part) => part ?? [])));
    return { status: 200, body: '<R/>' };
  }

  function objectAnswer({ method, headers }: Asked, key: string): Answer {
    const object = objects.get(key);
    if (method === 'DELETE') objects.delete(key);
    if (method === 'DELETE') return { status: 204 };
    if (!object) return refusal(404, 'NoSuchKey');
    if (method === 'HEAD') {
      return { status: 200, headers: { 'content-length': String(object.byteLength) } };
    }
    const [, first = '', last = ''] = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '') ?? [];
    if (Number(first) >= object.byteLength) return refusal(416, 'InvalidRange');
    const body = object.subarray(Number(first), Number(last) + 1);
    const range = `bytes ${first}-${Number(first) + body.byteLength - 1}/${object.byteLength}`;
    return { status: 206, headers: { 'content-range': range }, body };
  }

  return {
    settings: settings.of,
    objects,
    uploads,
    mishaps,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function partPut(upload: Upload, number: number, bytes: Buffer): Answer {
  if (!(number >= 1 && number <= 10_000)) return refusal(400, 'InvalidArgument');
  const etag = `"${createHash('md5').update(bytes).digest('hex')}"`;
  upload.parts.set(number, { etag, bytes });
  return { status: 200, headers: { etag } };
}

const refusal = (status: number, code: string): Answer => ({
  status,
  body: `<Error><Code>${code}</Code></Error>`,
});

const lateRefusal = (code: string): Answer => refusal(200, code);

/** Why a request is not to be trusted, as S3 names it; null where it is. */
function signatureFault(settings: S3Settings, asked: Asked, bytes: Buffer): string | null {
  const { method, url, headers } = asked;
  const [, id, day, region, signed = '', signature] =
    /^AWS4-HMAC-SHA256 Credential=(\w+)\/(\d{8})\/([\w-]+)\/s3\/aws4_request, SignedHeaders=([\w;-]+), Signature=(\w{64})$/.exec(
      headers.authorization ?? '',
    ) ?? [];
  if (id !== settings.accessKeyId || region !== settings.region) return 'InvalidAccessKeyId';
  const at = String(headers['x-amz-date']);
  const iso = at.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z');
  if (!(Math.abs(Date.parse(iso) - Date.now()) < 900_000)) return 'RequestTimeTooSkewed';
  const names = signed.split(';');
  const amazon = Object.keys(headers).filter((name) => name.startsWith('x-amz-'));
  if (!['host', ...amazon].every((name) => names.includes(name))) return 'AccessDenied';
  const hash = String(headers['x-amz-content-sha256']);
  const sent = hash === 'UNSIGNED-PAYLOAD' && method !== 'PUT' ? hash : sha256(bytes);
  if (hash !== sent) return 'XAmzContentSHA256Mismatch';
  const canonical = [
    ...[method, url.pathname, canonicalQuery(url)],
    ...names.map((name) => `${name}:${String(headers[name]).trim()}`),
    ...['', signed, hash],
  ].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', at, scope, sha256(Buffer.from(canonical))].join('\n');
  const key = [day ?? '', region ?? '', 's3', 'aws4_request'].reduce(
    (last, step) => hmac(last, step),
    Buffer.from(`AWS4${settings.secretAccessKey}`),
  );
  return hmac(key, text).toString('hex') === signature ? null : 'SignatureDoesNotMatch';
}

function canonicalQuery({ searchParams }: URL): string {
  const encoded = (text: string) =>
    encodeURIComponent(text).replace(
      /[!'()*]/g,
      (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
    );
  return [...searchParams]
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join('&');
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

const hmac = (key: Buffer, text: string) => createHmac('sha256', key).update(text).digest();

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece);
  return Buffer.concat(pieces);
}

function send(response: ServerResponse, { status, headers, body = '' }: Answer, isCut: boolean) {
  const bytes = Buffer.from(body);
  response.writeHead(status, { 'content-length': String(bytes.byteLength), ...headers });
  if (!isCut) return response.end(bytes);
  return response.write(bytes.subarray(0, bytes.byteLength / 2), () => response.destroy());
}
