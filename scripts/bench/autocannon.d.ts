/** The part of autocannon that the benchmark uses; it brings no types of its own. */
declare module 'autocannon' {
  type Sent = Readonly<{
    method?: string;
    path?: string;
    headers?: Readonly<Record<string, string>>;
    body?: string | Buffer;
  }>;

  type Options = Readonly<{
    url: string;
    connections: number;
    duration?: number;
    requests: readonly Sent[];
  }>;

  type Result = Readonly<{
    '2xx': number;
    '4xx': number;
    non2xx: number;
    errors: number;
    timeouts: number;
    /** Seconds. */
    duration: number;
    requests: Readonly<{ total: number; average: number }>;
    /** Milliseconds. */
    latency: Readonly<{ p50: number; p99: number; average: number }>;
  }>;

  function autocannon(options: Options): Promise<Result>;
  export = autocannon;
}
