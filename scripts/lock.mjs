import {
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const heartbeatMs = 2_000;
const silenceMaxMs = 120_000;

/**
 * Runs `work` while no other process holds the same lock. A lock whose process has died is broken.
 * `onWait` is called once when somebody else holds it.
 */
export async function withLock(path, work, onWait = () => {}) {
  const mark = `${process.pid} ${Math.random()}`;
  if (!acquire(path, mark)) {
    onWait();
    while (!acquire(path, mark)) {
      breakWhenDead(path);
      await pause(200);
    }
  }
  const heartbeat = setInterval(() => touch(path), heartbeatMs);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    if (readMark(path) === mark) release(path);
  }
}

/** The folder arrives under its name complete with its mark, so nobody ever sees half a lock. */
function acquire(path, mark) {
  const draft = `${path}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  writeFileSync(`${draft}/mark`, mark);
  try {
    renameSync(draft, path);
    return true;
  } catch {
    rmSync(draft, { recursive: true });
    return false;
  }
}

function breakWhenDead(path) {
  const mark = readMark(path);
  if (mark !== null && !isHeld(path, mark)) moveAway(path, mark);
}

function isHeld(path, mark) {
  const pid = Number(mark.split(' ')[0]);
  // The pid may have been given to somebody else since, after a restart of the machine above all.
  return pid !== process.pid && isAlive(pid) && silenceMs(path) < silenceMaxMs;
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (cause) {
    return cause.code === 'EPERM';
  }
}

function silenceMs(path) {
  try {
    return Date.now() - statSync(`${path}/mark`).mtimeMs;
  } catch {
    return 0;
  }
}

function moveAway(path, mark) {
  const aside = `${path}.${process.pid}.dead`;
  try {
    renameSync(path, aside);
    // Somebody was quicker and holds a new lock: it goes back.
    if (readMark(aside) !== mark) renameSync(aside, path);
  } catch {
    // Somebody else has moved it.
  }
  rmSync(aside, { recursive: true, force: true });
}

function readMark(path) {
  try {
    return readFileSync(`${path}/mark`, 'utf8');
  } catch {
    return null;
  }
}

function touch(path) {
  const now = new Date();
  try {
    utimesSync(`${path}/mark`, now, now);
  } catch {
    // Taken by somebody who thought this process dead; the work itself goes on.
  }
}

/** Moved before it is emptied: an empty folder could be taken over while it is being removed. */
function release(path) {
  const aside = `${path}.${process.pid}.done`;
  renameSync(path, aside);
  rmSync(aside, { recursive: true });
}
