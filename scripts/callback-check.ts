import { readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { checkCallbacks } from '#server/payments/check-callbacks';

const usage = 'Give the file to check: npm run --silent callback:check -- FILE';

const [file, ...rest] = process.argv.slice(2);
if (file === undefined || rest.length > 0) {
  stop(usage);
} else {
  const entries = readEntries(file);
  if (typeof entries === 'string') stop(entries);
  else {
    const report = await checkCallbacks(entries, basename(file, extname(file)), Date.now());
    process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  }
}

/** The file's entries, or one sentence that says why there are none. */
function readEntries(path: string): readonly unknown[] | string {
  const text = readText(path);
  if (text === null) return `The file ${path} cannot be read.`;
  const parsed = parse(text);
  if (parsed === undefined) return `The file ${path} is not JSON.`;
  return Array.isArray(parsed) ? parsed : `The file ${path} is not an array of saved callbacks.`;
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function stop(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 2;
}
