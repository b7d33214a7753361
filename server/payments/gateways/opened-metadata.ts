import { parseSignedJsonTexts } from './parse-signed-json';

/** Metadata that a shop has sent as a text of JSON, as the object in it; anything else as it is. */
export function openedMetadata(metadata: unknown): unknown {
  if (typeof metadata !== 'string' || !metadata.startsWith('{')) return metadata;
  const json = parseSignedJsonTexts(Buffer.from(metadata, 'utf8'));
  return json.ok ? json.value : metadata;
}
