import { useEffect, useRef, useState } from 'react';
import { NotTaken, type Progress, type Sending, sendFile } from './send-file';

export type UploadState =
  | Readonly<{ phase: 'idle' }>
  | (Progress & Readonly<{ phase: 'running'; size: number; secondsLeft: number | null }>)
  | Readonly<{ phase: 'paused'; sent: number; size: number; fault: string | null }>
  | Readonly<{ phase: 'done'; name: string }>
  | Readonly<{ phase: 'refused'; fault: string; fields: Readonly<Record<string, string>> }>;

type Asked = Pick<Sending, 'file' | 'sku' | 'name' | 'version'>;

/** One upload of this page: begun, paused, gone on with. */
export function useUpload(onDone: () => void) {
  const [state, setState] = useState<UploadState>({ phase: 'idle' });
  const running = useRef<AbortController | null>(null);
  const last = useRef<Asked | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  useWarningOnLeave(state.phase === 'running');

  async function start(asked: Asked): Promise<void> {
    const { size } = asked.file;
    const controller = new AbortController();
    const clock = speedometer(size);
    let sent = 0;
    last.current = asked;
    running.current = controller;
    const onProgress = (progress: Progress) => {
      sent = progress.sent;
      setState({ phase: 'running', size, ...progress, secondsLeft: clock(progress) });
    };
    onProgress({ sent, state: 'sending' });
    try {
      await sendFile({ ...asked, signal: controller.signal, onProgress });
      setState({ phase: 'done', name: asked.name });
      onDone();
    } catch (error) {
      if (controller.signal.aborted) setState({ phase: 'paused', sent, size, fault: null });
      else if (error instanceof NotTaken && sent > 0)
        setState({ phase: 'paused', sent, size, fault: error.message });
      else setState(refusal(error));
    }
  }

  return {
    state,
    start,
    pause: () => running.current?.abort(),
    goOn: () => (last.current ? start(last.current) : Promise.resolve()),
    forget: () => setState({ phase: 'idle' }),
  };
}

function refusal(error: unknown): UploadState {
  const isTold = error instanceof NotTaken;
  const fault = isTold ? error.message : 'This file could not be read. Choose it again.';
  return { phase: 'refused', fault, fields: isTold ? error.fields : {} };
}

/** Seconds left at the speed so far; unknown until a few seconds have passed, and while it waits. */
function speedometer(size: number): (progress: Progress) => number | null {
  let begun: Readonly<{ at: number; sent: number }> | null = null;
  return ({ sent, state }) => {
    const at = performance.now();
    if (state !== 'sending' || begun === null) begun = { at, sent };
    const [passedMs, came] = [at - begun.at, sent - begun.sent];
    return passedMs < 2_000 || came <= 0 ? null : ((size - sent) / came) * (passedMs / 1000);
  };
}

function useWarningOnLeave(isRunning: boolean): void {
  useEffect(() => {
    if (!isRunning) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isRunning]);
}
