/** A client of the upload protocol for journeys: every call gives the plain answer. */
export type Tus = Readonly<{
  begin: (given: Readonly<{ sku: string; filename: string; size: number }>) => Promise<Response>;
  head: (address: string) => Promise<Response>;
  patch: (address: string, offset: number, body: BodyInit) => Promise<Response>;
  complete: (address: string) => Promise<Response>;
}>;

export function tusClient(url: string, apiKey: string): Tus {
  const call = (
    method: string,
    path: string,
    headers: Record<string, string> = {},
    body?: BodyInit,
  ) =>
    fetch(`${url}${path}`, {
      method,
      headers: { authorization: `Bearer ${apiKey}`, 'tus-resumable': '1.0.0', ...headers },
      ...(body !== undefined && { body, duplex: 'half' }),
    } as RequestInit);
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  return {
    begin: ({ sku, filename, size }) =>
      call('POST', '/api/files/uploads', {
        'upload-length': String(size),
        'upload-metadata': `sku ${base64(sku)},filename ${base64(filename)}`,
      }),
    head: (address) => call('HEAD', address),
    patch: (address, offset, body) => {
      const type = { 'content-type': 'application/offset+octet-stream' };
      return call('PATCH', address, { ...type, 'upload-offset': String(offset) }, body);
    },
    complete: (address) => call('POST', `${address}/complete`),
  };
}

export function offsetOf(answer: Response): number {
  return Number(answer.headers.get('upload-offset'));
}
