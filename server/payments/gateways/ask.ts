/** One question to a gateway's own interface. `url` is https and names one of the adapter's hosts. */
export type Question = Readonly<{
  url: string;
  method: 'GET' | 'POST';
  headers?: Readonly<Record<string, string>>;
  body?: Uint8Array;
}>;

/** What the gateway said, whatever its status; null where nothing usable came back in time. */
export type Answer = Readonly<{ status: number; body: Uint8Array }>;

/**
 * The one way out for adapters. Never throws: no answer, one that is too late or too large, a
 * redirect and a host that the adapter did not name are all null.
 */
export type Ask = (question: Question) => Promise<Answer | null>;

/** Where nobody can be asked. */
export const askNobody: Ask = async () => null;
