/** So much is sent at once: what a cut can cost, and what any store keeps as one part. */
const chunkBytes = 8_388_608;

export type Sending = Readonly<{
  file: File;
  sku: string;
  /** The name to download it by, and the version; null to have it numbered. */
  name: string;
  version: string | null;
  signal: AbortSignal;
  onProgress: (progress: Progress) => void;
}>;

/** `waiting`: the line or the server is away, and it is tried again. */
export type Progress = Readonly<{ sent: number; state: 'sending' | 'waiting' | 'checking' }>;

/** Why it was not taken, fit for the user, with the faults of fields. */
export class NotTaken extends Error {
  readonly fields: Readonly<Record<string, string>>;

  constructor(message: string, fields: Readonly<Record<string, string>> = {}) {
    super(message);
    this.fields = fields;
  }
}

/**
 * Sends a file by tus: asks where the upload stands, sends the next chunk, and so on. Whatever
 * passes, a cut line or a server that starts again, is waited for; what does not is thrown as
 * `NotTaken`. Ends at once when the signal is aborted: what was sent stays.
 */
export async function sendFile(sending: Sending): Promise<void> {
  const place = await patiently(sending, 0, () => begin(sending));
  let sent = place.offset;
  while (sent < sending.file.size) {
    sending.onProgress({ sent, state: 'sending' });
    const from = sent;
    sent = await patiently(sending, from, () => sendChunk(sending, place.address));
  }
  sending.onProgress({ sent, state: 'checking' });
  await patiently(sending, sent, () => ask(sending, 'POST', `${place.address}/complete`));
}

async function begin(sending: Sending): Promise<Readonly<{ address: string; offset: number }>> {
  const { file, sku, name, version } = sending;
  const meta = { sku, filename: name, modified: String(file.lastModified) };
  const pairs = Object.entries({ ...meta, ...(version !== null && { version }) });
  const headers = {
    'Upload-Length': String(file.size),
    'Upload-Metadata': pairs.map(([key, value]) => `${key} ${base64(value)}`).join(','),
  };
  const answer = await ask(sending, 'POST', '/api/files/uploads', { headers });
  return { address: answer.header('Location') ?? '', offset: offsetIn(answer) };
}

/** Asks first where the upload stands: after a cut it is further or less far than was sent. */
async function sendChunk(sending: Sending, address: string): Promise<number> {
  const offset = offsetIn(await ask(sending, 'HEAD', address));
  const { file, onProgress } = sending;
  const headers = {
    'Upload-Offset': String(offset),
    'Content-Type': 'application/offset+octet-stream',
  };
  const answer = await ask(sending, 'PATCH', address, {
    headers,
    body: file.slice(offset, offset + chunkBytes),
    onSent: (bytes) => onProgress({ sent: offset + bytes, state: 'sending' }),
  });
  return offsetIn(answer);
}

type Answer = Readonly<{ status: number; text: string; header: (name: string) => string | null }>;
type More = Readonly<{
  headers?: Readonly<Record<string, string>>;
  body?: Blob;
  onSent?: (bytes: number) => void;
}>;

/** By XMLHttpRequest, as `fetch` does not tell how much of a body is sent. */
function ask({ signal }: Sending, method: string, url: string, more: More = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const stop = () => request.abort();
    const settle = (act: () => void) => () => {
      signal.removeEventListener('abort', stop);
      act();
    };
    const { onSent } = more;
    request.open(method, url);
    request.setRequestHeader('Tus-Resumable', '1.0.0');
    for (const [name, value] of Object.entries(more.headers ?? {}))
      request.setRequestHeader(name, value);
    if (onSent) request.upload.onprogress = ({ loaded }) => onSent(loaded);
    request.onload = settle(() => {
      const { status, responseText: text } = request;
      const answer = { status, text, header: (name: string) => request.getResponseHeader(name) };
      if (status >= 200 && status < 300) resolve(answer);
      else reject(faultOf(answer));
    });
    request.onerror = settle(() => reject(new Passing()));
    request.onabort = settle(() => reject(signal.reason));
    signal.addEventListener('abort', stop);
    request.send(more.body);
  });
}

class Passing extends Error {}

/** 409 is another writer, often our own before a cut; 502 and 504 are a proxy without its server. */
function faultOf({ status, text }: Answer): Error {
  if ([409, 429, 502, 504].includes(status) && !text.includes('"code":"refused"'))
    return new Passing();
  if (status === 401) return new NotTaken(signedOut);
  try {
    const { detail, fields } = JSON.parse(text);
    return new NotTaken(String(detail), fields);
  } catch {
    if (status === 0 || status >= 500) return new Passing();
    return new NotTaken(status === 404 ? removed : 'This was not taken.');
  }
}

const signedOut = 'You are signed out. Sign in in another tab, then go on here.';

/** An answer to HEAD has no words of its own. */
const removed = 'This upload was removed in the meantime. Go on to begin it again.';

const waitsMs = [500, 1_000, 2_000, 4_000, 8_000, 15_000];

async function patiently<Result>(
  { signal, onProgress }: Sending,
  sent: number,
  work: () => Promise<Result>,
): Promise<Result> {
  for (let attempt = 0; ; attempt += 1) {
    signal.throwIfAborted();
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Passing)) throw error;
      onProgress({ sent, state: 'waiting' });
      await pause(waitsMs[Math.min(attempt, waitsMs.length - 1)] ?? 0, signal);
    }
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

function offsetIn(answer: Answer): number {
  return Number(answer.header('Upload-Offset') ?? 0);
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
