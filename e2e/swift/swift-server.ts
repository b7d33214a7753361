import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { AwsClient } from 'aws4fetch';

/** A store that speaks S3 and is none of ours, with one empty bucket. */
export type SwiftServer = Readonly<{
  /** The settings of a shop that keeps its files there. */
  settings: Readonly<Record<`S3_${string}`, string>>;
  /** The keys of all objects in the bucket. */
  keys: () => Promise<readonly string[]>;
  close: () => Promise<void>;
}>;

const serve = fileURLToPath(new URL('serve.py', import.meta.url));
const access = { accessKeyId: 'test:tester', secretAccessKey: 'testing', region: 'eu-test-1' };
const bucket = 'files';

export async function startSwift(): Promise<SwiftServer> {
  const folder = await mkdtemp(join(tmpdir(), 'counterfoil-swift-'));
  const child = spawn('/usr/bin/python3', [serve, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const [endpoint] = await Promise.race([
    once(createInterface(child.stdout), 'line'),
    ended.then(() => Promise.reject(new Error('Swift ended at once.'))),
  ]);
  const client = new AwsClient({ ...access, service: 's3' });
  const ask = async (method: string) => {
    const answer = await client.fetch(`${endpoint}/${bucket}`, { method });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`Swift answered ${answer.status}: ${text}`);
    return text;
  };
  await ask('PUT');
  return {
    settings: {
      ...{ S3_ENDPOINT: endpoint, S3_BUCKET: bucket, S3_REGION: access.region },
      ...{ S3_ACCESS_KEY_ID: access.accessKeyId, S3_SECRET_ACCESS_KEY: access.secretAccessKey },
    },
    keys: async () => [...(await ask('GET')).matchAll(/<Key>([^<]+)</g)].map(([, key = '']) => key),
    close: async () => {
      child.kill();
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
