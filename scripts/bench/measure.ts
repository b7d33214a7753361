import { Agent, request } from 'node:http';
import autocannon from 'autocannon';

/** How fast something was. */
export type Speed = Readonly<{ perSecond: number; p50Ms: number; p99Ms: number }>;

/** A figure beside the most that it could be, measured just before it under the same load. */
export type Figure = Readonly<{
  name: string;
  speed: Speed;
  ceiling: Speed & Readonly<{ name: string }>;
  /** The share of the ceiling that is aimed at; null where none was set. */
  aim: number | null;
}>;

export type Get = Readonly<{
  path: string;
  headers?: Readonly<Record<string, string>>;
  /** 405 for the route that says nothing else; 2xx where nothing is said. */
  expected?: '2xx' | '4xx';
}>;

const readers = 10;
/** A path that is seldom walked runs at half its speed at first, the emptiest one too. */
const warmUpSeconds = 3;

/** Asks in turn for all of `gets` from ten connections; every answer has to be the expected one. */
export async function measureReads(
  url: string,
  gets: readonly Get[],
  seconds: number,
): Promise<Speed> {
  const requests = gets.map(({ path, headers = {} }) => ({ path, headers }));
  const plan = { url, connections: readers, requests };
  await autocannon({ ...plan, duration: warmUpSeconds });
  const result = await autocannon({ ...plan, duration: seconds });
  const expected = result[gets[0]?.expected ?? '2xx'];
  const others = result['2xx'] + result.non2xx - expected + result.errors + result.timeouts;
  if (expected === 0 || others > 0) {
    throw new Error(`${gets[0]?.path}: ${expected} answers as expected, ${others} others.`);
  }
  const { average } = result.requests;
  return { perSecond: average, p50Ms: result.latency.p50, p99Ms: result.latency.p99 };
}

type Post = Readonly<{ headers: Readonly<Record<string, string>>; body: Buffer }>;

type Posts = Readonly<{ url: string; path: string; posts: readonly Post[]; connections: number }>;

/** Sends each of `posts` once; throws where one was not answered with success. */
export async function measurePosts({ url, path, posts, connections }: Posts): Promise<Speed> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const work = posts.map((post) => () => send(agent, new URL(path, url), post));
  try {
    return await measureWork(work, connections);
  } finally {
    agent.destroy();
  }
}

/** Not with autocannon, which takes notice of the end only once a second. */
function send(agent: Agent, url: URL, { headers, body }: Post): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', agent, headers }, (answer) => {
      answer.resume();
      answer.on('end', () => {
        if (answer.statusCode === 200) resolve();
        else reject(new Error(`A callback was answered with ${answer.statusCode}.`));
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Does each piece of work once, as many at a time as there are `connections`. */
export async function measureWork(
  work: readonly (() => Promise<unknown>)[],
  connections: number,
): Promise<Speed> {
  const left = work.values();
  const times: number[] = [];
  const startedAt = performance.now();
  const worker = async () => {
    for (const piece of left) {
      const beganAt = performance.now();
      await piece();
      times.push(performance.now() - beganAt);
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  const perSecond = (work.length * 1000) / (performance.now() - startedAt);
  times.sort((one, other) => one - other);
  const share = (part: number) => times[Math.floor((times.length - 1) * part)] ?? 0;
  return { perSecond, p50Ms: share(0.5), p99Ms: share(0.99) };
}
