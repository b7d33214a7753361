import type { Translated } from '#server/language/words-in';

/** All that the tracking page says, as ICU messages; the other languages follow this one. */
export const en = {
  'headline.received': 'We have your order.',
  'headline.waiting': 'We have your order and wait for your payment.',
  'headline.waitingWire': 'We have your order and wait for your bank transfer.',
  'headline.waitingCheque': 'We have your order and wait for your cheque.',
  'headline.waitingCash': 'We have your order and wait for your payment in cash.',
  'headline.waitingTerminal': 'We have your order and wait for your payment by card.',
  'headline.checking': 'We have your order and are checking your payment.',
  'headline.declined': 'We have your order, but the payment did not go through.',
  'headline.partPaid': 'We have your order and {received} of {total}.',
  'headline.stillDue': '{amount} is still to be paid.',
  'headline.arrived': 'Your payment arrived {when}.',
  'headline.packing': 'We are packing your order.',
  'headline.digital': 'What you bought is yours.',
  'headline.delivered': 'Your order was delivered {when}.',
  'headline.cancelled': 'This order was cancelled.',
  'headline.refunded': 'Your payment of {amount} was refunded.',
  'headline.partRefunded': '{amount} of your payment was refunded.',
  'headline.chargedBack': 'Your bank has taken the payment back.',
  sentences: '{first} {second}',

  'day.today': 'today',
  'day.yesterday': 'yesterday',
  'day.tomorrow': 'tomorrow',
  // Some languages choose the word before a day by the day: weekday 0 is a Sunday.
  'day.weekday': '{weekday, select, other {on {day}}}',
  'day.date': '{dayOfMonth, select, other {on {day}}}',

  count:
    '{count, plural, =0 {no} =1 {one} =2 {two} =3 {three} =4 {four} =5 {five} =6 {six} =7 {seven} =8 {eight} =9 {nine} =10 {ten} other {#}}',

  'left.parcels':
    '{count, plural, one {Your parcel left {when}.} other {Your {counted} parcels left {when}.}}',
  'left.firstParcels':
    '{count, plural, one {Your first parcel left {when}. The rest follows.} other {Your first {counted} parcels left {when}. The rest follows.}}',
  'left.parcelsByDays':
    '{count, plural, one {Your parcel left {when}.} other {Your {counted} parcels have left, the last {when}.}}',
  'left.firstParcelsByDays':
    '{count, plural, one {Your first parcel left {when}. The rest follows.} other {Your first {counted} parcels have left, the last {when}. The rest follows.}}',
  'left.order': 'Your order left {when}.',
  'left.part': 'Part of your order left {when}. The rest follows.',
  'left.orderByDays': 'Your order has left, the last of it {when}.',
  'left.partByDays': 'Part of your order has left, the last of it {when}. The rest follows.',
  'leaves.parcels':
    '{count, plural, one {Your parcel leaves {when}.} other {Your {counted} parcels leave {when}.}}',
  'leaves.firstParcels':
    '{count, plural, one {Your first parcel leaves {when}. The rest follows.} other {Your first {counted} parcels leave {when}. The rest follows.}}',
  'leaves.parcelsByDays':
    '{count, plural, one {Your parcel leaves {when}.} other {Your {counted} parcels leave, the last {when}.}}',
  'leaves.firstParcelsByDays':
    '{count, plural, one {Your first parcel leaves {when}. The rest follows.} other {Your first {counted} parcels leave, the last {when}. The rest follows.}}',
  'leaves.order': 'Your order leaves {when}.',
  'leaves.part': 'Part of your order leaves {when}. The rest follows.',
  'leaves.orderByDays': 'Your order leaves, the last of it {when}.',
  'leaves.partByDays': 'Part of your order leaves, the last of it {when}. The rest follows.',

  'step.ordered': 'Ordered',
  'step.payment': 'Payment',
  'step.paid': 'Paid',
  'step.packing': 'Packing',
  'step.shipped': 'Shipped',
  'step.delivery': 'Delivery',
  'step.delivered': 'Delivered',
  'step.codes': 'Codes',
  'step.ready': 'Ready',
  'step.paidBack': 'Paid back',
  'step.cancelled': 'Cancelled',
  'progress.label': 'Progress of order {number}',
  'progress.done': 'done',
  'progress.current': 'now',
  'progress.ahead': 'still to come',
  'progress.stopped': 'stopped here',

  'page.order': 'Order {number}',
  'page.ordered': 'What you ordered',
  'page.history': 'So far',
  'page.foot': 'Kept with Counterfoil.',
  'history.placed': 'Order placed',
  'history.paid': 'Payment arrived',
  'history.shipped': 'Sent on its way',
  'history.delivered': 'Delivered',
  'history.ready': 'Ready for you',
  'history.cancelled': 'Cancelled',

  'pay.cheque': 'Pay by cheque',
  'pay.wire': 'Pay by bank transfer',
  'pay.cash': 'Pay in cash',
  'pay.terminal': 'Pay by card at our terminal',
  'pay.due': 'Still to be paid',
  'pay.reference': 'Please give your order number with the payment: {number}',

  'parcels.title': '{count, plural, =0 {What has left} one {Your parcel} other {Your parcels}}',
  'parcels.toFollow': 'Still to come',
  'parcels.inside': 'In these parcels',
  'parcels.parcel': 'Parcel',
  'parcels.noNumber': 'This parcel has no tracking number.',
  'parcels.follow': 'Follow this parcel',

  'codes.title': 'Your codes',
  'codes.ready':
    '{count, plural, one {Your code is ready below.} other {Your codes are ready below.}}',
  'codes.follow':
    '{count, plural, one {Your code follows as soon as it is in.} other {Your codes follow as soon as they are in.}}',
  'codes.some':
    '{ready, plural, one {{readyWords} of your {allWords} codes is ready below.} other {{readyWords} of your {allWords} codes are ready below.}} {waiting, plural, one {The last one follows as soon as it is in.} other {The others follow as soon as they are in.}}',
  'codes.show': 'Show',
  'codes.showAll': 'Show all {count}',
  'codes.hidden':
    '{count, plural, one {# code, hidden until you ask.} other {# codes, hidden until you ask.}}',
  'codes.codeHidden': 'Code {position}, hidden',
  'codes.lineFollows':
    '{count, plural, one {Follows as soon as it is in.} other {They follow as soon as they are in.}}',
  'codes.moreFollow': '{count, plural, one {One more follows.} other {# more follow.}}',

  'files.title': 'Your files',
  'files.version': 'Version {value}',
  'files.download': 'Download',
  'files.follows': 'Follows as soon as it is there.',
  'files.none': 'There is no file.',
  'files.ask': 'Ask the shop if you need it again.',
  'files.withoutEnd': 'Yours without an end',
  'files.until': 'Until {day}',
  'files.ended': 'Ended on {day}',
  'files.left':
    '{count, plural, =0 {no downloads left} one {# download left} other {# downloads left}}',

  'sum.items': 'Items',
  'sum.discount': 'Discount',
  'sum.shipping': 'Shipping',
  'sum.shippingBy': 'Shipping, {method}',
  'sum.tax': 'Tax',
  'sum.total': 'Total',
  'sum.paid': 'Paid, {day}',
  'sum.paidBy': 'Paid by {method}, {day}',
  'sum.notCounted': 'No longer counted: paid, {day}',
  'sum.notCountedBy': 'No longer counted: paid by {method}, {day}',
  'sum.paidBack': 'Paid back',
  'sum.due': 'Still to be paid',
  'method.cheque': 'cheque',
  'method.wire': 'bank transfer',
  'method.cash': 'cash',
  'method.terminal': 'card',
  'method.card': '{brand} ending {digits}',
  'method.anyCard': 'Card ending {digits}',

  'copy.copy': 'Copy',
  'copy.copied': 'Copied',
  'copy.failed': 'Select it and copy',
  'copy.code': 'code {position}',
  'copy.orderNumber': 'order number',
  'copy.trackingNumber': 'tracking number',

  'find.name': 'Follow your order',
  'find.title': 'Where is my order?',
  'find.intro': 'Enter the two things below and we send you the link to your order.',
  'find.number': 'Order number',
  'find.numberHint': 'It is in every message we sent you about the order.',
  'find.numberFault': 'Enter your order number, such as 1001.',
  'find.email': 'E-mail address',
  'find.emailFault': 'Enter the e-mail address of the order, such as ada@example.com.',
  'find.send': 'Send me the link',
  'sent.title': 'Check your e-mail',
  'sent.words': 'If the two belong together, we have just sent the link to that address.',
  'sent.nothing':
    'Nothing there after a few minutes? Look in the folder for unwanted mail, or <again>try another number or address</again>. The same link is sent once in ten minutes.',
  'wait.title': 'Too many tries',
  'wait.words':
    'Wait {minutes, plural, =0 {a quarter of an hour} one {a minute} other {# minutes}}, then <again>try again</again>. Your order is not affected.',
  'wait.link': 'Too many tries. <again>Wait a while</again>.',
  'lost.title': 'There is no order behind this link',
  'lost.words':
    'The link may have been cut short on its way, or the order is not kept any more. With your order number and your e-mail address you can have the link sent again.',
  'lost.send': 'Send me a new link',

  'expected.on': 'Expected {when}.',
  'expected.notLeft': 'Your order was expected {when} and has not left yet.',
  'expected.restNotLeft': 'The rest was expected {when} and has not left yet.',
  'expected.message': 'You get a message as soon as we know more.',
  'expected.untracked':
    'It was expected {when}. It has no tracking number, so nobody can look up where it is: write to us if it has not arrived.',
  'history.expected': 'Expected {when}',
  'page.updated': 'Brought up to date at {when}',
  'headline.onHold': 'Your order is on hold for now.',
  'headline.restOnHold': 'The rest is on hold for now.',
  'headline.holdNext': 'If we need something from you, we write to you.',
  'headline.declinedNext': 'Nothing is lost: your order waits for the payment.',
  'headline.takenBack': 'Your earlier payment does not count any more.',
  'headline.takenBackNext': 'If you did not expect this, please ask us.',
  'step.held': 'On hold',
  'progress.paused': 'paused',
  'replaced.title': 'This link was replaced',
  'replaced.words':
    'There is a newer link to your order. We can send it to the e-mail address of the order.',
  'replaced.send': 'Send me the new link',
  'sent.renewed': 'We have just sent the new link to the e-mail address of the order.',
} as const;

export type TrackingEnglish = typeof en;
export type TrackingTexts = Translated<TrackingEnglish>;
