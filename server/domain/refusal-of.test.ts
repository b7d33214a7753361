import { describe, expect, test } from 'vitest';
import {
  askToCancel,
  type Command,
  cancel,
  chargeBack,
  commandFor,
  hold,
  notePayment,
  pay,
  refund,
  remove,
  reportNotReceived,
  rollBack,
  sensible,
  ship,
  shipOneMug,
  shipUntracked,
  slip,
} from './command.test-data';
import type { Decision } from './decision';
import { type Given, given } from './given.test-data';
import { anOrder, book, licences, mugs } from './order.test-data';
import type { OrderCommandType } from './order-command';
import { permittedCommands, refusalOf } from './refusal-of';

const mixed = anOrder({ lines: [mugs, licences] });
const digital = anOrder({ lines: [licences, book] });
const withoutCodes = { codesAvailable: 0 };

const overdue = { ...given(anOrder(), [pay()]).order, expectedOn: '2023-11-13' };

/** Every state by the commands that lead to it from a new order; the shelf is full afterwards. */
const states: Readonly<Record<string, Given>> = {
  pending: given(anOrder()),
  'on hold': given(anOrder(), [hold]),
  'part paid': given(anOrder(), [pay({ amountMinor: 50 })]),
  authorised: given(anOrder(), [notePayment('authorised')]),
  declined: given(anOrder(), [notePayment('declined')]),
  'taken back': given(anOrder(), [pay(), ship(), rollBack]),
  cancelled: given(anOrder(), [pay(), cancel]),
  'in the bin': given(anOrder(), [pay(), remove]),
  paid: given(anOrder(), [pay()]),
  'paid, held': given(anOrder(), [pay(), hold]),
  'part shipped': given(anOrder(), [pay(), shipOneMug]),
  'no codes': given(digital, [pay()], withoutCodes).where({}),
  'sent, no codes': given(mixed, [pay(), ship()], withoutCodes).where({}),
  shipped: given(anOrder(), [pay(), shipUntracked]),
  delivered: given(anOrder(), [pay(), ship()]),
  'all digital': given(digital, [pay()]),
  refunded: given(anOrder(), [pay(), refund(2950)]),
  'charged back': given(anOrder(), [pay(), ship(), chargeBack]),
  'to cancel': given(anOrder(), [pay(), askToCancel]),
  'all digital, to cancel': given(digital, [pay(), askToCancel]),
  'not received': given(anOrder(), [pay(), ship(), reportNotReceived]),
  overdue: given(overdue),
  'overdue, held': given(overdue, [hold]),
  late: given(overdue, [slip]),
};

/** `yes`: events follow. `idle`: accepted, with nothing left to do. `-`: refused. */
const unpaid = `
command                  | pending | on hold | part paid | authorised | declined | taken back | cancelled | in the bin
pay                      | yes     | yes     | yes       | yes        | yes      | yes        | -         | -
keep_payment             | -       | -       | -         | -          | -        | -          | -         | -
resolve_callback         | yes     | yes     | yes       | yes        | yes      | yes        | yes       | -
note_payment             | yes     | yes     | yes       | yes        | yes      | yes        | yes       | -
refund                   | -       | -       | yes       | -          | -        | -          | -         | -
charge_back              | -       | -       | yes       | -          | -        | -          | -         | -
reverse_charge_back      | -       | -       | idle      | -          | -        | -          | -         | -
learn_authorization_code | -       | -       | yes       | -          | -        | -          | -         | -
ship                     | -       | -       | -         | -          | -        | -          | -         | -
deliver                  | -       | -       | -         | -          | -        | -          | -         | -
roll_back                | -       | -       | yes       | -          | -        | -          | -         | -
cancel                   | yes     | yes     | yes       | yes        | yes      | yes        | -         | -
reopen                   | -       | -       | -         | -          | -        | -          | yes       | -
delete                   | yes     | yes     | yes       | yes        | yes      | yes        | yes       | -
restore                  | -       | -       | -         | -          | -        | -          | -         | yes
hold                     | yes     | -       | yes       | yes        | yes      | yes        | -         | -
release                  | -       | yes     | -         | -          | -        | -          | -         | -
note                     | yes     | yes     | yes       | yes        | yes      | yes        | yes       | -
tag                      | yes     | yes     | yes       | yes        | yes      | yes        | yes       | -
correct_contact          | yes     | yes     | yes       | yes        | yes      | yes        | yes       | -
correct_address          | yes     | yes     | yes       | yes        | yes      | yes        | yes       | -
correct_tracking         | -       | -       | -         | -          | -        | -          | -         | -
resend                   | yes     | yes     | yes       | yes        | yes      | yes        | yes       | -
hand_out_codes           | -       | -       | -         | -          | -        | -          | -         | -
erase_personal_data      | -       | -       | -         | -          | -        | -          | yes       | -
change_grant             | -       | -       | -         | -          | -        | -          | -         | -
replace_code             | -       | -       | -         | -          | -        | -          | -         | -
give_code                | -       | -       | -         | -          | -        | -          | -         | -
ask_to_cancel            | yes     | yes     | yes       | yes        | yes      | yes        | -         | -
report_not_received      | -       | -       | -         | -          | -        | -          | -         | -
correct_own_address      | yes     | yes     | yes       | yes        | yes      | yes        | -         | -
withdraw_request         | -       | -       | -         | -          | -        | -          | -         | -
choose_payment_method    | yes     | yes     | yes       | -          | yes      | yes        | -         | -
answer_request           | -       | -       | -         | -          | -        | -          | -         | -
expect                   | yes     | yes     | yes       | yes        | yes      | yes        | -         | -
slip                     | -       | -       | -         | -          | -        | -          | -         | -
renew_link               | yes     | yes     | yes       | yes        | yes      | yes        | yes       | -
`;

const settled = `
command                  | paid | paid, held | part shipped | no codes | sent, no codes | shipped | delivered | all digital | refunded | charged back
pay                      | -    | -          | -            | -        | -              | -       | -         | -           | -        | -
keep_payment             | yes  | yes        | yes          | yes      | yes            | yes     | yes       | yes         | yes      | yes
resolve_callback         | yes  | yes        | yes          | yes      | yes            | yes     | yes       | yes         | yes      | yes
note_payment             | yes  | yes        | yes          | yes      | yes            | yes     | yes       | yes         | yes      | yes
refund                   | yes  | yes        | yes          | yes      | yes            | yes     | yes       | yes         | idle     | yes
charge_back              | yes  | yes        | yes          | yes      | yes            | yes     | yes       | yes         | yes      | idle
reverse_charge_back      | idle | idle       | idle         | idle     | idle           | idle    | idle      | idle        | idle     | yes
learn_authorization_code | yes  | yes        | yes          | yes      | yes            | yes     | yes       | yes         | yes      | yes
ship                     | yes  | -          | yes          | -        | -              | -       | -         | -           | yes      | -
deliver                  | -    | -          | -            | -        | -              | yes     | -         | -           | -        | -
roll_back                | yes  | yes        | yes          | yes      | yes            | yes     | yes       | yes         | yes      | yes
cancel                   | yes  | yes        | yes          | yes      | yes            | -       | -         | -           | yes      | -
reopen                   | -    | -          | -            | -        | -              | -       | -         | -           | -        | -
delete                   | yes  | yes        | yes          | yes      | yes            | yes     | yes       | yes         | yes      | yes
restore                  | -    | -          | -            | -        | -              | -       | -         | -           | -        | -
hold                     | yes  | -          | yes          | yes      | yes            | -       | -         | -           | yes      | -
release                  | -    | yes        | -            | -        | -              | -       | -         | -           | -        | -
note                     | yes  | yes        | yes          | yes      | yes            | yes     | yes       | yes         | yes      | yes
tag                      | yes  | yes        | yes          | yes      | yes            | yes     | yes       | yes         | yes      | yes
correct_contact          | yes  | yes        | yes          | yes      | yes            | yes     | yes       | yes         | yes      | yes
correct_address          | yes  | yes        | yes          | yes      | yes            | yes     | yes       | yes         | yes      | yes
correct_tracking         | -    | -          | yes          | -        | yes            | yes     | yes       | -           | -        | yes
resend                   | yes  | yes        | yes          | yes      | yes            | yes     | yes       | yes         | yes      | yes
hand_out_codes           | -    | -          | -            | yes      | yes            | -       | -         | -           | -        | -
erase_personal_data      | -    | -          | -            | -        | -              | yes     | yes       | yes         | -        | yes
change_grant             | -    | -          | -            | yes      | -              | -       | -         | yes         | -        | -
replace_code             | -    | -          | -            | yes      | yes            | -       | -         | yes         | -        | -
give_code                | -    | -          | -            | yes      | yes            | -       | -         | yes         | -        | -
ask_to_cancel            | yes  | yes        | -            | yes      | -              | -       | -         | yes         | yes      | -
report_not_received      | -    | -          | yes          | -        | yes            | yes     | yes       | -           | -        | yes
correct_own_address      | yes  | yes        | -            | -        | -              | -       | -         | -           | yes      | -
withdraw_request         | -    | -          | -            | -        | -              | -       | -         | -           | -        | -
choose_payment_method    | -    | -          | -            | -        | -              | -       | -         | -           | -        | -
answer_request           | -    | -          | -            | -        | -              | -       | -         | -           | -        | -
expect                   | yes  | yes        | yes          | -        | yes            | yes     | -         | -           | yes      | -
slip                     | -    | -          | -            | -        | -              | -       | -         | -           | -        | -
renew_link               | yes  | yes        | yes          | yes      | yes            | yes     | yes       | yes         | yes      | yes
`;

const asked = `
command                  | to cancel | all digital, to cancel | not received
pay                      | -         | -                      | -
keep_payment             | yes       | yes                    | yes
resolve_callback         | yes       | yes                    | yes
note_payment             | yes       | yes                    | yes
refund                   | yes       | yes                    | yes
charge_back              | yes       | yes                    | yes
reverse_charge_back      | idle      | idle                   | idle
learn_authorization_code | yes       | yes                    | yes
ship                     | yes       | -                      | -
deliver                  | -         | -                      | -
roll_back                | yes       | yes                    | yes
cancel                   | yes       | -                      | -
reopen                   | -         | -                      | -
delete                   | yes       | yes                    | yes
restore                  | -         | -                      | -
hold                     | yes       | -                      | -
release                  | -         | -                      | -
note                     | yes       | yes                    | yes
tag                      | yes       | yes                    | yes
correct_contact          | yes       | yes                    | yes
correct_address          | yes       | yes                    | yes
correct_tracking         | -         | -                      | yes
resend                   | yes       | yes                    | yes
hand_out_codes           | -         | -                      | -
erase_personal_data      | -         | yes                    | yes
change_grant             | -         | yes                    | -
replace_code             | -         | yes                    | -
give_code                | -         | yes                    | -
ask_to_cancel            | -         | -                      | -
report_not_received      | -         | -                      | -
correct_own_address      | yes       | -                      | -
withdraw_request         | yes       | yes                    | yes
choose_payment_method    | -         | -                      | -
answer_request           | yes       | yes                    | yes
expect                   | yes       | -                      | -
slip                     | -         | -                      | -
renew_link               | yes       | yes                    | yes
`;

const promised = `
command                  | overdue | overdue, held | late
pay                      | -       | -             | -
keep_payment             | yes     | yes           | yes
resolve_callback         | yes     | yes           | yes
note_payment             | yes     | yes           | yes
refund                   | yes     | yes           | yes
charge_back              | yes     | yes           | yes
reverse_charge_back      | idle    | idle          | idle
learn_authorization_code | yes     | yes           | yes
ship                     | yes     | -             | yes
deliver                  | -       | -             | -
roll_back                | yes     | yes           | yes
cancel                   | yes     | yes           | yes
reopen                   | -       | -             | -
delete                   | yes     | yes           | yes
restore                  | -       | -             | -
hold                     | yes     | -             | yes
release                  | -       | yes           | -
note                     | yes     | yes           | yes
tag                      | yes     | yes           | yes
correct_contact          | yes     | yes           | yes
correct_address          | yes     | yes           | yes
correct_tracking         | -       | -             | -
resend                   | yes     | yes           | yes
hand_out_codes           | -       | -             | -
erase_personal_data      | -       | -             | -
change_grant             | -       | -             | -
replace_code             | -       | -             | -
give_code                | -       | -             | -
ask_to_cancel            | yes     | yes           | yes
report_not_received      | -       | -             | -
correct_own_address      | yes     | yes           | yes
withdraw_request         | -       | -             | -
choose_payment_method    | -       | -             | -
answer_request           | -       | -             | -
expect                   | yes     | yes           | yes
slip                     | yes     | yes           | -
renew_link               | yes     | yes           | yes
`;

const pairs = [unpaid, settled, asked, promised].flatMap(pairsOf);

describe('every command in every state', () => {
  test('the table names every state and every command', () => {
    expect(new Set(pairs.map(({ state }) => state))).toEqual(new Set(Object.keys(states)));
    expect(new Set(pairs.map(({ command }) => command))).toEqual(new Set(Object.keys(sensible)));
    expect(pairs).toHaveLength(Object.keys(states).length * Object.keys(sensible).length);
  });

  test.each(pairs)('$state: $command → $answer', ({ state, command, answer }) => {
    const { order, when } = stateOf(state);
    expect(answerOf(when(commandFor(sensibleFor(command), order)))).toBe(answer);
  });

  test.each(Object.entries(states))(
    '%s: the buttons are the commands that are taken',
    (state, { order }) => {
      const taken = pairs.filter((pair) => pair.state === state && pair.answer !== '-');
      expect([...permittedCommands(order)].sort()).toEqual(
        taken.map(({ command }) => command).sort(),
      );
    },
  );

  test('every refusal gives its reason and its remedy, each a whole sentence', () => {
    for (const { order, refusal } of refusals()) {
      expect(refusal.reason, order.number).toMatch(/^[A-Z].*\.$/);
      expect(refusal.remedy, order.number).toMatch(/^[A-Z].*\.$/);
    }
  });

  test('every remedy names something that can be done now', () => {
    for (const { state, command, order, refusal } of refusals()) {
      const named = remedies.filter(([words]) => words.test(refusal.remedy));
      const pair = `${state}: ${command} → ${refusal.reason} ${refusal.remedy}`;
      expect(named.length > 0 || isPlain(refusal.remedy), pair).toBe(true);
      for (const [, remedy] of named) expect(permittedCommands(order), pair).toContain(remedy);
    }
  });
});

/** The command that each remedy tells the reader to give first. */
const remedies: readonly (readonly [RegExp, OrderCommandType])[] = [
  [/^Restore it/, 'restore'],
  [/^Reopen it/, 'reopen'],
  [/^Release it/, 'release'],
  [/^Mark it paid/, 'pay'],
  [/^Ship /, 'ship'],
  [/[Rr]oll (it|the order) back/, 'roll_back'],
  [/^Cancel it/, 'cancel'],
  [/^Cancel or delete/, 'cancel'],
  [/^Cancel or delete/, 'delete'],
  [/^Import codes/, 'hand_out_codes'],
];

function isPlain(remedy: string): boolean {
  return /^(Only|Nothing|There is nothing|A cancelled order|Its codes|Write to the shop)/.test(
    remedy,
  );
}

type Pair = Readonly<{ state: string; command: OrderCommandType; answer: string }>;

function pairsOf(table: string): readonly Pair[] {
  const [head = [], ...rows] = table.trim().split('\n').map(cellsOf);
  return rows.flatMap(([command = '', ...answers]) =>
    answers.map((answer, index) => ({
      state: head[index + 1] ?? '',
      command: command as OrderCommandType,
      answer,
    })),
  );
}

function cellsOf(row: string): readonly string[] {
  return row.split('|').map((cell) => cell.trim());
}

function stateOf(state: string): Given {
  const found = states[state];
  if (!found) throw new Error(`No state is called ${state}.`);
  return found;
}

function sensibleFor(command: OrderCommandType): Command {
  return sensible[command];
}

function answerOf(decision: Decision): string {
  if (decision.kind !== 'accepted') return '-';
  return decision.events.length > 0 ? 'yes' : 'idle';
}

function refusals() {
  return Object.entries(states).flatMap(([state, { order }]) =>
    (Object.keys(sensible) as OrderCommandType[]).flatMap((command) => {
      const refusal = refusalOf(order, command);
      return refusal ? [{ state, command, order, refusal }] : [];
    }),
  );
}
