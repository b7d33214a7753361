import type { Translated } from '#server/language/words-in';

/** All that the messages say, as ICU messages; the other languages follow this one. */
export const en = {
  'subject.orderReceived': '{shop}: order {number} received',
  'subject.paid': '{shop}: payment for order {number} received',
  'subject.codes': '{shop}: codes of order {number}',
  'subject.shipped': '{shop}: order {number} is on its way',
  'subject.cancelled': '{shop}: order {number} cancelled',
  'subject.codeReplaced': '{shop}: a new code for order {number}',

  'greeting.name': 'Hello {name},',
  'greeting.nobody': 'Hello,',
  'frame.order': 'Order {number}',
  'frame.orderPage': 'Your order page:',
  'frame.reply': 'Questions? Just reply to this e-mail.',
  'text.heading': '{label}:',
  'text.pair': '{label}: {value}',
  sentences: '{first} {second}',
  count:
    '{count, plural, =0 {no} =1 {one} =2 {two} =3 {three} =4 {four} =5 {five} =6 {six} =7 {seven} =8 {eight} =9 {nine} =10 {ten} other {#}}',

  'received.heading': 'Thank you for your order',
  'received.paid': 'Your order {number} of {date} is with us.',
  'received.waiting':
    'Your order {number} of {date} is with us. We will write again as soon as your payment is confirmed.',
  'received.payFirst':
    'Your order {number} of {date} is with us. We start on it as soon as your payment arrives.',
  'received.howToPay': 'How to pay',
  'received.yourOrder': 'Your order',
  'received.follow': 'Follow your order',

  'paid.heading': 'Your payment has arrived',
  'paid.arrived': 'Thank you. {amount} for your order {number} reached us on {date}.',
  'paid.arrivedBy':
    'Thank you. {amount} for your order {number} reached us on {date}, by {method}.',
  'paid.willShip': 'We are getting your order ready and will write again when it leaves.',
  'paid.codesHeading': 'Your codes are here',
  'paid.codesHere': 'These are the codes of your order {number}.',
  'paid.yourCodes': 'Your codes',
  'paid.yourDownloads': 'Your downloads',
  'paid.onOrderPage':
    '{count, plural, one {Your download is on your order page} other {Your downloads are on your order page}}',
  'paid.yourOrder': 'Your order',
  'paid.seeOrder': 'See your order',

  'shipped.heading': 'Your order is on its way',
  'shipped.left':
    '{count, plural, one {Your parcel with order {number} left on {date}.} other {Your {counted} parcels with order {number} left on {date}.}}',
  'shipped.restFollows': 'The rest of your order follows; we will write again when it leaves.',
  'shipped.noteFrom': 'A note from {shop}',
  'shipped.parcels': '{count, plural, one {Your parcel} other {Your parcels}}',
  'shipped.inside': 'What is inside',
  'shipped.toFollow': 'Still to come',
  'shipped.follow': 'Follow your order',

  'cancelled.heading': 'Your order was cancelled',
  'cancelled.opening': 'Your order {number} for {amount} was cancelled on {date}.',
  'cancelled.reason': 'The reason',
  'cancelled.yourPayment': 'Your payment',
  'cancelled.refund':
    '{amount} is marked to be given back to you. How soon it arrives depends on how you paid.',
  'cancelled.items': 'What was cancelled',
  'cancelled.notWanted': 'Not what you wanted? Reply to this e-mail and we will put it right.',
  'cancelled.seeOrder': 'See your order',

  'replaced.heading': 'A new code for you',
  'replaced.opening':
    'One of the codes of your order {number} did not work, so we have replaced it. We are sorry for the trouble.',
  'replaced.yourCodes': 'Your codes now',
  'replaced.seeOrder': 'See your order',

  'codes.allFollow': 'Your codes follow as soon as they are in.',
  'codes.someFollow':
    '{count, plural, one {One more code follows as soon as it is in.} other {# more codes follow as soon as they are in.}}',

  'parcel.title': '{count, plural, =1 {Parcel} other {Parcel {position} of {count}}}',
  'parcel.line':
    '{label}{hasCarrier, select, true { with {carrier}} other {}}{hasNumber, select, true {, tracking number {number}} other {, without a tracking number}}',
  'parcel.noNumber': 'This parcel has no tracking number.',
  'parcel.follow': 'Follow this parcel',
  'parcel.followWith': 'Follow it with {carrier}',

  'payment.cheque': 'By cheque',
  'payment.wire': 'By bank transfer',
  'payment.cash': 'In cash',
  'payment.terminal': 'By card at our terminal',
  'payment.reference': 'Please give your order number, {number}, with the payment.',
  'payment.line': '{method}: {amount}.',
  'method.cheque': 'cheque',
  'method.wire': 'bank transfer',
  'method.cash': 'cash',
  'method.terminal': 'card',
  'method.card': '{brand} ending {digits}',
  'method.anyCard': 'card ending {digits}',

  'lines.item': 'Item',
  'lines.amount': 'Amount',
  'lines.each': '{price} each',
  'totals.items': 'Items',
  'totals.discount': 'Discount',
  'totals.shipping': 'Shipping',
  'totals.shippingBy': 'Shipping, {method}',
  'totals.tax': 'Tax',
  'totals.grand': 'Total',
  'address.both': 'Delivery and billing address',
  'address.delivery': 'Delivery address',
  'address.billing': 'Billing address',

  'subject.signInLink': '{shop}: your link to sign in',
  'signIn.heading': 'Your link to sign in',
  'signIn.opening':
    'Press the button to see your orders with {shop}. The link works once, within half an hour.',
  'signIn.button': 'Sign in',
  'signIn.address': 'If the button does nothing, open this address:',
  'signIn.notYou':
    'You did not ask for this? Then there is nothing to do: without this link nobody gets in.',
  'subject.requestAnswered': '{shop}: our answer about order {number}',
  'answered.heading': 'Our answer to you',
  'answered.cancelRefused':
    'On {date} you asked us to cancel your order {number}. We could not do that.',
  'answered.cancelLeft':
    'On {date} you asked us to cancel your order {number}. It left before we could. If you do not want it any more, reply to this e-mail.',
  'answered.notReceived': 'On {date} you told us that your order {number} has not arrived.',
  'answered.answer': 'Our answer',
  'answered.seeOrder': 'See your order',
  'subject.late': '{shop}: order {number} is late',
  'subject.newDay': '{shop}: a new day for order {number}',
  'paid.expected': 'We expect it to reach you on {date}.',
  'late.heading': 'Your order is late',
  'late.notLeft':
    'Your order {number} was expected on {date}. That day has passed, and the order has not left yet. We are sorry.',
  'late.partLeft':
    'Your order {number} was expected on {date}. That day has passed, and a part of it has not left yet. We are sorry.',
  'late.told':
    'This message was sent by itself. We have been told as well, and will write to you with a new day.',
  'late.newDayHeading': 'A new day for your order',
  'late.newDay':
    'Your order {number} takes longer than we said: we now expect it to reach you on {date}. We are sorry.',
  'late.waiting': 'What has not left yet',
} as const;

export type MailEnglish = typeof en;
export type MailTexts = Translated<MailEnglish>;
