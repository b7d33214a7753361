import type { Metadata } from 'next';
import { shopFace, visitorWords } from '../../track/visitor-words';

/** What the pages of the door itself are called. */
export async function doorTitle(): Promise<Metadata> {
  const [{ say }, { name }] = await Promise.all([visitorWords(), shopFace()]);
  return { title: { absolute: `${say('door.name')} · ${name}` } };
}
