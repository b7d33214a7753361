import type { CallbackVerdict } from '#domain/vocabulary';
import { isUnproved, type RecentCallback } from './account-health';
import type { Weakness } from './gateways/gateway';

/** What is known of an account. `recent` are its last callbacks, newest first. */
export type DiagnosedAccount = Readonly<{
  enabled: boolean;
  live: boolean;
  tellsLive: boolean;
  areSecretsReadable: boolean;
  /** What of its settings lets a stranger do harm. */
  weakness: Weakness | null;
  changedAt: number;
  recent: readonly RecentCallback[];
  /** What the gateway calls what it signs with: "signing secret". */
  secretName: string;
}>;

export type Diagnosis = Readonly<{
  tone: 'good' | 'info' | 'warn' | 'bad';
  title: string;
  /** What it means, where the title does not say it all. */
  words: string | null;
  /** What to do, where there is anything to do. */
  remedy: string | null;
  /** In two or three words, for a list; null where all is as it should be. */
  mark: string | null;
  /** The message to look at. */
  callbackId: string | null;
}>;

/** What is wrong with an account, if anything is, and what to do about it, in plain words. */
export function diagnoseAccount(account: DiagnosedAccount): Diagnosis {
  const [last] = account.recent;
  if (!account.areSecretsReadable) return secretsLost;
  if (!account.enabled) return switchedOff(last);
  if (last === undefined) return weaknessOf(account) ?? nothingYet;
  if (isUnproved(last)) return unproved(account, last);
  const real = account.recent.find((callback) => isRealInTest(account, callback));
  if (real !== undefined) return realInTest(real);
  if (account.live && last.verdict === 'not_live') return testInLive(account, last);
  if (haveAll(account, 'order_unknown')) return ordersNotNamed(account, last);
  if (haveAll(account, 'ignored')) return nothingAboutPayments(account, last);
  return account.live ? (weaknessOf(account) ?? allIsWell) : allIsWellInTest;
}

const secretsLost = {
  tone: 'bad',
  title: 'The secrets cannot be read any more',
  words:
    'They were encrypted under another AUTH_SECRET. Until they can be read, no message of this gateway can be proved.',
  remedy: 'Put the former AUTH_SECRET back, or enter the secrets anew.',
  mark: 'Secrets unreadable',
  callbackId: null,
} as const satisfies Diagnosis;

const nothingYet = {
  tone: 'info',
  title: 'Nothing has come in yet',
  words: 'Has the address been given to the gateway?',
  remedy: 'Try the account out here first, then have the gateway send a message of its own.',
  mark: 'Nothing has come in',
  callbackId: null,
} as const satisfies Diagnosis;

const allIsWell = {
  tone: 'good',
  title: 'Messages come in and are proved',
  words: null,
  remedy: null,
  mark: null,
  callbackId: null,
} as const satisfies Diagnosis;

const allIsWellInTest = {
  ...allIsWell,
  words: 'The account is set to test: test messages mark orders as paid.',
  remedy: 'Set it to live before customers pay.',
} as const satisfies Diagnosis;

/** Where no money moves it does no harm. */
function weaknessOf({ live, weakness }: DiagnosedAccount): Diagnosis | null {
  if (!live || weakness === null) return null;
  const { what, remedy } = weakness;
  return {
    tone: 'warn',
    title: 'This account could be misused',
    words: what,
    remedy,
    mark: 'Could be misused',
    callbackId: null,
  };
}

function switchedOff(last: RecentCallback | undefined): Diagnosis {
  const isCalled = last?.verdict === 'not_configured';
  return {
    tone: isCalled ? 'warn' : 'info',
    title: isCalled
      ? 'The account is switched off, and messages still come in'
      : 'The account is switched off',
    words: 'Messages are turned away and change nothing.',
    remedy: isCalled
      ? 'Switch it on again, or take its address out at the gateway.'
      : 'Switch it on when payments are to be taken.',
    mark: isCalled ? 'Messages turned away' : null,
    callbackId: isCalled ? last.id : null,
  };
}

function isRealInTest({ live, tellsLive }: DiagnosedAccount, callback: RecentCallback): boolean {
  return !live && tellsLive && callback.verdict === 'held' && callback.test === false;
}

function realInTest({ id }: RecentCallback): Diagnosis {
  return {
    tone: 'bad',
    title: 'Real payments come in, and the account is set to test',
    words: 'They are held in the inbox, and their orders are not paid.',
    remedy: 'Set the account to live, then settle what is held.',
    mark: 'Real payments held',
    callbackId: id,
  };
}

function haveAll({ recent }: DiagnosedAccount, verdict: CallbackVerdict): boolean {
  return recent.every((callback) => callback.verdict === verdict);
}

function testInLive(account: DiagnosedAccount, last: RecentCallback): Diagnosis {
  const isOnlyTests = haveAll(account, 'not_live');
  return {
    tone: isOnlyTests ? 'warn' : 'info',
    title: isOnlyTests
      ? 'Only test messages have come, and the account is set to live'
      : 'The last message was a test, and the account is set to live',
    words: 'It is signed as it should be, and changed no order.',
    remedy: isOnlyTests
      ? 'Switch the gateway to live, or set the account to test while you try things out.'
      : null,
    mark: isOnlyTests ? 'Only tests came' : null,
    callbackId: last.id,
  };
}

function ordersNotNamed(account: DiagnosedAccount, last: RecentCallback): Diagnosis {
  return {
    tone: 'warn',
    title: `${theLast(account, last)} named no order of this shop`,
    words: last.reason,
    remedy:
      'Does your shop give the gateway the number of the order? The steps at the gateway say where.',
    mark: 'Orders not found',
    callbackId: last.id,
  };
}

function nothingAboutPayments(account: DiagnosedAccount, last: RecentCallback): Diagnosis {
  return {
    tone: 'warn',
    title: `${theLast(account, last)} told of no payment`,
    words: 'What came is signed as it should be, but a payment is told by other messages.',
    remedy: 'Have the gateway send the messages that the steps at the gateway name.',
    mark: 'No payments told',
    callbackId: last.id,
  };
}

function unproved(account: DiagnosedAccount, last: RecentCallback): Diagnosis {
  const found = { ...faultOf(account, last), callbackId: last.id };
  if (account.changedAt <= last.at) return found;
  return {
    ...found,
    tone: 'warn',
    words: `${found.words} The account was changed since, and nothing has come in after that.`,
    remedy: 'Verify the message again in the inbox, or have the gateway send another.',
    mark: 'Waits for a message',
  };
}

type Fault = Omit<Diagnosis, 'callbackId'>;

function faultOf(account: DiagnosedAccount, last: RecentCallback): Fault {
  switch (last.verdict) {
    case 'bad_signature':
      return isAboutTime(last) ? wrongTime(last) : wrongSignature(account, last);
    case 'not_configured':
      return {
        tone: 'bad',
        title: 'The account is not ready to take messages',
        words: last.reason,
        remedy: 'Complete it, then verify the messages in the inbox again.',
        mark: 'Not ready',
      };
    case 'malformed':
      return {
        tone: 'bad',
        title: `${theLast(account, last)} could not be read`,
        words: last.reason,
        remedy: 'Look at what came: is the gateway set up to send messages of another kind?',
        mark: 'Messages unreadable',
      };
    default:
      return {
        tone: 'bad',
        title: `${theLast(account, last)} could not be carried out`,
        words: last.reason,
        remedy: 'Look at what came, and at its order.',
        mark: 'Messages failed',
      };
  }
}

function wrongSignature(account: DiagnosedAccount, last: RecentCallback): Fault {
  const { recent, secretName } = account;
  const hasFitted = recent.some((callback) => !isUnproved(callback));
  return {
    tone: 'bad',
    title: `${theLast(account, last)} had a signature that does not fit`,
    words: hasFitted
      ? `Messages before fitted: was the ${secretName} changed at the gateway? If not, somebody else may have sent this.`
      : `Is the ${secretName} the one of this very endpoint?`,
    remedy: `Paste the ${secretName} again, then verify the messages in the inbox again.`,
    mark: 'Signatures do not fit',
  };
}

function wrongTime({ reason }: RecentCallback): Fault {
  return {
    tone: 'bad',
    title: 'The last message came at the wrong time',
    words: reason,
    remedy:
      'Is the clock of this machine right? If it is, have the gateway send the message once more.',
    mark: 'Out of time',
  };
}

function isAboutTime({ reason }: RecentCallback): boolean {
  return /^The signature is \d+ seconds/.test(reason);
}

/** "The last message", or "The last three messages" where so many in a row met the same. */
function theLast({ recent }: DiagnosedAccount, { verdict }: RecentCallback): string {
  const other = recent.findIndex((callback) => callback.verdict !== verdict);
  const count = other === -1 ? recent.length : other;
  return count === 1 ? 'The last message' : `The last ${numbers[count] ?? count} messages`;
}

const numbers = ['no', 'one', 'two', 'three', 'four', 'five'];
