import type { Context } from '#server/context';

/** Fills a shop that has just been set up; null as long as there is nothing to fill it with. */
export const addSampleData: ((ctx: Context) => Promise<void>) | null = null;
