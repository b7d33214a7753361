import { ButtonLink } from '#app/_ui/button-link';
import { Notice } from '#app/_ui/notice';
import type { AccountHealth } from '#server/payments/account-health';
import type { Diagnosis } from '#server/payments/diagnose-account';
import { LastCallback } from './last-callback';

type Props = Readonly<{
  diagnosis: Diagnosis;
  health: AccountHealth;
  /** Messages of today that proved nothing and were counted only. */
  leftOut: number;
  nowMs: number;
  timeZone: string;
}>;

/** What is wrong with an account and what to do, and when messages last came in. */
export function AccountDiagnosis({ diagnosis, health, leftOut, ...clock }: Props) {
  const { tone, title, words, remedy, callbackId } = diagnosis;
  const { lastGood, lastBad } = health;
  const isWrong = tone === 'bad' || tone === 'warn';
  const said = [words, remedy].filter((part) => part !== null).join(' ');
  return (
    <Notice
      tone={tone}
      title={title}
      actions={isWrong || callbackId !== null ? <Actions {...{ isWrong, callbackId }} /> : null}
    >
      {said === '' ? null : <p className="max-w-prose text-pretty">{said}</p>}
      {leftOut === 0 ? null : (
        <p className="max-w-prose text-pretty">
          Too many messages have proved nothing today: {leftOut.toLocaleString('en')} more were
          counted and not kept. Messages that are proved are taken all the same.
        </p>
      )}
      {lastGood === null && lastBad === null ? null : (
        <dl className="mt-1 flex flex-wrap gap-x-6">
          <div className="flex gap-1.5">
            <dt>Last good message:</dt>
            <dd>
              <LastCallback last={lastGood} {...clock} />
            </dd>
          </div>
          <div className="flex gap-1.5">
            <dt>Last bad one:</dt>
            <dd>
              <LastCallback last={lastBad} isBad {...clock} />
            </dd>
          </div>
        </dl>
      )}
    </Notice>
  );
}

type ActionsProps = Pick<Diagnosis, 'callbackId'> & Readonly<{ isWrong: boolean }>;

/** Where the form does not stand beside the diagnosis, a link leads down to it. */
function Actions({ isWrong, callbackId }: ActionsProps) {
  return (
    <>
      {callbackId === null ? null : (
        <ButtonLink href={`/inbox/${callbackId}`} size="small">
          Look at the message
        </ButtonLink>
      )}
      {isWrong ? (
        <ButtonLink href="#account" size="small" className="xl:hidden">
          To its settings
        </ButtonLink>
      ) : null}
    </>
  );
}
