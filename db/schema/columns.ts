import { integer, text } from 'drizzle-orm/sqlite-core';

/** Milliseconds since 1970 UTC, set by the caller, never by the database. */
export const moment = (name: string) => integer(name);

export const flag = (name: string) => integer(name, { mode: 'boolean' });

export const json = <T>(name: string) => text(name, { mode: 'json' }).$type<T>();
