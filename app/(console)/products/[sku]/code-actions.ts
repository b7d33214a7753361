'use server';

import { refresh } from 'next/cache';
import { actionFailure } from '#server/api/action-result';
import { api } from '#server/api/caller';
import { codesMax } from '#server/api/products-router';
import {
  type GivenCode,
  type NamedDuplicate,
  nameDuplicates,
} from '#server/digital/name-duplicates';
import { decodeTextFile, readCodeFile, readPastedCodes } from '#server/digital/read-code-list';
import type { FieldFaults } from '#server/errors';

export type ShownState =
  | Readonly<{ codeId: number; code: string }>
  | Readonly<{ fault: string }>
  | null;

/** Shows one code, or hides the one that is shown. */
export async function showCodeAction(_: ShownState, form: FormData): Promise<ShownState> {
  const asked = form.get('codeId');
  if (asked === null) return null;
  try {
    const { products } = await api();
    const sku = String(form.get('sku') ?? '');
    const { codeId, code } = await products.showCode({ sku, codeId: Number(asked) });
    refresh();
    return { codeId, code };
  } catch (error) {
    return { fault: actionFailure(error).message };
  }
}

export type ImportState = Readonly<{
  done: Readonly<{ added: number; handedOut: number }> | null;
  duplicates: readonly NamedDuplicate[];
  duplicatesCount: number;
  fault: string | null;
  /** What is left to import, so that nothing typed is lost. */
  text: string;
}>;

const duplicatesShownMax = 200;
const none = { done: null, duplicates: [], duplicatesCount: 0, fault: null, text: '' };

export async function importCodesAction(_: ImportState, form: FormData): Promise<ImportState> {
  const sku = String(form.get('sku') ?? '');
  const typed = String(form.get('codes') ?? '');
  const file = await readFile(form.get('file'));
  if ('fault' in file) return { ...none, fault: file.fault, text: typed };
  const given = numbered([...readPastedCodes(typed), ...file.codes]);
  const text = file.codes.length === 0 ? typed : given.map(({ code }) => code).join('\n');
  const tooMany = whyNot(given);
  if (tooMany !== null) return { ...none, fault: tooMany, text };
  try {
    const { products } = await api();
    const codes = given.map(({ code }) => code);
    const { added, handedOut, duplicates } = await products.importCodes({ sku, codes });
    refresh();
    const named = nameDuplicates(given, duplicates);
    return {
      ...none,
      done: { added, handedOut },
      duplicates: named.slice(0, duplicatesShownMax),
      duplicatesCount: named.length,
    };
  } catch (error) {
    const { message, fields } = actionFailure(error);
    return { ...none, fault: lineFault(fields, given) ?? message, text };
  }
}

type ReadFile = Readonly<{ codes: readonly GivenCode[] }> | Readonly<{ fault: string }>;

async function readFile(entry: FormDataEntryValue | null): Promise<ReadFile> {
  if (!(entry instanceof File) || entry.size === 0) return { codes: [] };
  const text = decodeTextFile(new Uint8Array(await entry.arrayBuffer()));
  if (text === null) {
    return {
      fault: `${entry.name} is not a text file. Save it as CSV or plain text (UTF-8) and choose it again. Nothing was added.`,
    };
  }
  const isCsv = entry.type === 'text/csv' || /\.(csv|tsv)$/i.test(entry.name);
  return { codes: readCodeFile(text, isCsv) };
}

/** Lines of the text and the file are counted as one list when both were given. */
function numbered(given: readonly GivenCode[]): readonly GivenCode[] {
  const isOneList = given.every(
    ({ line }, index) => index === 0 || line > (given[index - 1]?.line ?? 0),
  );
  return isOneList ? given : given.map(({ code }, index) => ({ code, line: index + 1 }));
}

function whyNot({ length }: readonly GivenCode[]): string | null {
  if (length === 0) return 'Paste at least one code, or choose a file.';
  if (length <= codesMax) return null;
  const [found, most] = [length, codesMax].map((count) => count.toLocaleString('en'));
  return `These are ${found} codes, and ${most} go in at once. Nothing was added and your list is still here: take the rest away and add it afterwards.`;
}

/** A fault of one code, told with its line. */
function lineFault(fields: FieldFaults, given: readonly GivenCode[]): string | null {
  const [path, fault] = Object.entries(fields)[0] ?? [];
  const index = /^codes\.(\d+)$/.exec(path ?? '')?.[1];
  if (index === undefined || fault === undefined) return null;
  return `Line ${given[Number(index)]?.line ?? '?'}: ${fault} Nothing was added.`;
}
