/** How the sending of a file ended: all of it went out, it was broken off, or we failed. */
type Ending = 'complete' | 'cut' | 'failed';

export type Meter = Readonly<{
  /** Asks for leave to send so many bytes more; without it the sending is broken off. */
  reserve: (bytes: number) => Promise<boolean>;
  /** Called once, with the bytes for which there was leave and that were not sent. */
  end: (ending: Ending, unsent: number) => Promise<void>;
}>;

type Metered = Readonly<{
  source: ReadableStream<Uint8Array>;
  /** What the source has to give. */
  length: number;
  /** Bytes for which there is leave already. */
  reserved: number;
  meter: Meter;
}>;

/** How much is sent on one leave: a large file costs few statements, and a cut loses little. */
export const blockBytes = 8 * 1024 * 1024;

/**
 * The bytes of `source` as fast as the reader takes them, never more than one piece of them in
 * memory. Rejects where the source fails before its first byte, when nothing was promised yet.
 */
export async function meteredStream(given: Metered): Promise<ReadableStream<Uint8Array>> {
  const reader = given.source.getReader();
  const account = openAccount(given);
  const fail = async (cause: unknown) => {
    await account.end('failed');
    await reader.cancel(cause).catch(() => undefined);
    throw cause;
  };
  let first: Piece | null = await reader.read().catch(fail);
  const send = async (controller: ReadableStreamDefaultController<Uint8Array>) => {
    const { done, value } = first ?? (await reader.read());
    first = null;
    if (done) {
      account.expectAll();
      await account.end('complete');
      controller.close();
    } else if (await account.take(value.length)) {
      controller.enqueue(value);
    } else if (!account.hasEnded()) {
      await account.end('cut');
      await reader.cancel();
      controller.error(new Error('No more of this file may be sent.'));
    }
  };
  return new ReadableStream<Uint8Array>(
    {
      pull: (controller) => send(controller).catch(fail),
      cancel: async (reason) => {
        await account.end(account.isAllSent() ? 'complete' : 'cut');
        await reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
}

type Piece = Awaited<ReturnType<ReadableStreamDefaultReader<Uint8Array>['read']>>;

/** What may be sent, what was sent, and whether it is over. */
function openAccount({ length, meter, ...given }: Metered) {
  let { reserved } = given;
  let sent = 0;
  let hasEnded = false;
  let asking: Promise<void> = Promise.resolve();
  const ask = async (bytes: number) => {
    if (await meter.reserve(bytes)) reserved += bytes;
  };
  return {
    hasEnded: () => hasEnded,
    isAllSent: () => sent === length,
    expectAll: () => {
      if (sent < length) throw new Error(`The file ended after ${sent} of ${length} bytes.`);
    },
    take: async (bytes: number) => {
      if (sent + bytes > length) throw new Error(`The file has more than ${length} bytes.`);
      if (sent + bytes > reserved) {
        asking = ask(Math.min(Math.max(blockBytes, bytes), length - reserved));
        await asking;
      }
      const isLeft = !hasEnded && sent + bytes <= reserved;
      if (isLeft) sent += bytes;
      return isLeft;
    },
    end: async (ending: Ending) => {
      if (hasEnded) return;
      hasEnded = true;
      // What was just asked for has to be counted before it can be given back.
      await asking.catch(() => undefined);
      await meter.end(ending, reserved - sent);
    },
  };
}
