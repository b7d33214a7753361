import type { MailTexts } from './en';

export const de: MailTexts = {
  'subject.orderReceived': '{shop}: Ihre Bestellung {number} ist eingegangen',
  'subject.paid': '{shop}: Zahlung für Bestellung {number} erhalten',
  'subject.codes': '{shop}: Codes zu Bestellung {number}',
  'subject.shipped': '{shop}: Ihre Bestellung {number} ist unterwegs',
  'subject.cancelled': '{shop}: Bestellung {number} storniert',
  'subject.codeReplaced': '{shop}: neuer Code für Bestellung {number}',

  'greeting.name': 'Guten Tag {name},',
  'greeting.nobody': 'Guten Tag,',
  'frame.order': 'Bestellung {number}',
  'frame.orderPage': 'Ihre Bestellseite:',
  'frame.reply': 'Fragen? Antworten Sie einfach auf diese E-Mail.',
  'text.heading': '{label}:',
  'text.pair': '{label}: {value}',
  sentences: '{first} {second}',
  count:
    '{count, plural, =0 {keine} =1 {ein} =2 {zwei} =3 {drei} =4 {vier} =5 {fünf} =6 {sechs} =7 {sieben} =8 {acht} =9 {neun} =10 {zehn} other {#}}',

  'received.heading': 'Vielen Dank für Ihre Bestellung',
  'received.paid': 'Ihre Bestellung {number} vom {date} ist bei uns eingegangen.',
  'received.waiting':
    'Ihre Bestellung {number} vom {date} ist bei uns eingegangen. Wir melden uns, sobald Ihre Zahlung bestätigt ist.',
  'received.payFirst':
    'Ihre Bestellung {number} vom {date} ist bei uns eingegangen. Wir bearbeiten sie, sobald Ihre Zahlung da ist.',
  'received.howToPay': 'So bezahlen Sie',
  'received.yourOrder': 'Ihre Bestellung',
  'received.follow': 'Bestellung verfolgen',

  'paid.heading': 'Ihre Zahlung ist eingegangen',
  'paid.arrived':
    'Vielen Dank. Am {date} haben wir {amount} für Ihre Bestellung {number} erhalten.',
  'paid.arrivedBy':
    'Vielen Dank. Am {date} haben wir {amount} für Ihre Bestellung {number} erhalten ({method}).',
  'paid.willShip': 'Wir machen Ihre Bestellung fertig und melden uns, sobald sie unterwegs ist.',
  'paid.codesHeading': 'Ihre Codes sind da',
  'paid.codesHere': 'Hier sind die Codes zu Ihrer Bestellung {number}.',
  'paid.yourCodes': 'Ihre Codes',
  'paid.yourDownloads': 'Ihre Downloads',
  'paid.onOrderPage':
    '{count, plural, one {Ihr Download steht auf Ihrer Bestellseite bereit} other {Ihre Downloads stehen auf Ihrer Bestellseite bereit}}',
  'paid.yourOrder': 'Ihre Bestellung',
  'paid.seeOrder': 'Bestellung ansehen',

  'shipped.heading': 'Ihre Bestellung ist unterwegs',
  'shipped.left':
    '{count, plural, one {Ihr Paket zur Bestellung {number} wurde am {date} verschickt.} other {Ihre {counted} Pakete zur Bestellung {number} wurden am {date} verschickt.}}',
  'shipped.restFollows':
    'Der Rest Ihrer Bestellung folgt. Wir melden uns, sobald er unterwegs ist.',
  'shipped.noteFrom': 'Eine Nachricht von {shop}',
  'shipped.parcels': '{count, plural, one {Ihr Paket} other {Ihre Pakete}}',
  'shipped.inside': 'Inhalt',
  'shipped.toFollow': 'Kommt noch',
  'shipped.follow': 'Bestellung verfolgen',

  'cancelled.heading': 'Ihre Bestellung wurde storniert',
  'cancelled.opening': 'Ihre Bestellung {number} über {amount} wurde am {date} storniert.',
  'cancelled.reason': 'Der Grund',
  'cancelled.yourPayment': 'Ihre Zahlung',
  'cancelled.refund':
    '{amount} sind zur Erstattung vorgemerkt. Wie schnell das Geld bei Ihnen ist, hängt von Ihrer Zahlungsart ab.',
  'cancelled.items': 'Was storniert wurde',
  'cancelled.notWanted':
    'Das wollten Sie nicht? Antworten Sie auf diese E-Mail, und wir bringen es in Ordnung.',
  'cancelled.seeOrder': 'Bestellung ansehen',

  'replaced.heading': 'Ein neuer Code für Sie',
  'replaced.opening':
    'Einer der Codes Ihrer Bestellung {number} hat nicht funktioniert. Wir haben ihn ersetzt und bitten um Entschuldigung.',
  'replaced.yourCodes': 'Ihre Codes jetzt',
  'replaced.seeOrder': 'Bestellung ansehen',

  'codes.allFollow': 'Ihre Codes folgen, sobald sie da sind.',
  'codes.someFollow':
    '{count, plural, one {Ein weiterer Code folgt, sobald er da ist.} other {# weitere Codes folgen, sobald sie da sind.}}',

  'parcel.title': '{count, plural, one {Paket} other {Paket {position} von {count}}}',
  'parcel.line':
    '{label}{hasCarrier, select, true { mit {carrier}} other {}}{hasNumber, select, true {, Sendungsnummer {number}} other {, ohne Sendungsnummer}}',
  'parcel.noNumber': 'Dieses Paket hat keine Sendungsnummer.',
  'parcel.follow': 'Paket verfolgen',
  'parcel.followWith': 'Bei {carrier} verfolgen',

  'payment.cheque': 'Mit Scheck',
  'payment.wire': 'Per Überweisung',
  'payment.cash': 'Bar',
  'payment.terminal': 'Mit Karte bei uns',
  'payment.reference': 'Bitte geben Sie bei der Zahlung Ihre Bestellnummer {number} an.',
  'payment.line': '{method}: {amount}.',
  'method.cheque': 'Scheck',
  'method.wire': 'Überweisung',
  'method.cash': 'bar',
  'method.terminal': 'Karte',
  'method.card': '{brand} mit Endziffern {digits}',
  'method.anyCard': 'Karte mit Endziffern {digits}',

  'lines.item': 'Artikel',
  'lines.amount': 'Betrag',
  'lines.each': 'je {price}',
  'totals.items': 'Artikel',
  'totals.discount': 'Rabatt',
  'totals.shipping': 'Versand',
  'totals.shippingBy': 'Versand, {method}',
  'totals.tax': 'Steuern',
  'totals.grand': 'Gesamtbetrag',
  'address.both': 'Liefer- und Rechnungsadresse',
  'address.delivery': 'Lieferadresse',
  'address.billing': 'Rechnungsadresse',

  'subject.signInLink': '{shop}: Ihr Link zum Anmelden',
  'signIn.heading': 'Ihr Link zum Anmelden',
  'signIn.opening':
    'Drücken Sie auf den Knopf, um Ihre Bestellungen bei {shop} zu sehen. Der Link gilt einmal und eine halbe Stunde lang.',
  'signIn.button': 'Anmelden',
  'signIn.address': 'Tut der Knopf nichts, öffnen Sie diese Adresse:',
  'signIn.notYou':
    'Sie haben das nicht angefordert? Dann müssen Sie nichts tun: Ohne diesen Link kommt niemand hinein.',
  'subject.requestAnswered': '{shop}: unsere Antwort zu Bestellung {number}',
  'answered.heading': 'Unsere Antwort',
  'answered.cancelRefused':
    'Am {date} haben Sie uns gebeten, Ihre Bestellung {number} zu stornieren. Das war leider nicht möglich.',
  'answered.cancelLeft':
    'Am {date} haben Sie uns gebeten, Ihre Bestellung {number} zu stornieren. Sie war schon unterwegs, bevor wir sie stornieren konnten. Wenn Sie sie nicht mehr möchten, antworten Sie auf diese E-Mail.',
  'answered.notReceived':
    'Am {date} haben Sie uns mitgeteilt, dass Ihre Bestellung {number} nicht angekommen ist.',
  'answered.answer': 'Unsere Antwort',
  'answered.seeOrder': 'Bestellung ansehen',
  'subject.late': '{shop}: Ihre Bestellung {number} verspätet sich',
  'subject.newDay': '{shop}: neuer Termin für Bestellung {number}',
  'paid.expected': 'Voraussichtlich ist sie am {date} bei Ihnen.',
  'late.heading': 'Ihre Bestellung verspätet sich',
  'late.notLeft':
    'Ihre Bestellung {number} sollte am {date} bei Ihnen sein. Dieser Tag ist vorbei, und die Bestellung ist noch nicht verschickt. Das tut uns leid.',
  'late.partLeft':
    'Ihre Bestellung {number} sollte am {date} bei Ihnen sein. Dieser Tag ist vorbei, und ein Teil davon ist noch nicht verschickt. Das tut uns leid.',
  'late.told':
    'Diese Nachricht wurde automatisch verschickt. Auch wir haben den Hinweis bekommen und werden Ihnen einen neuen Termin nennen.',
  'late.newDayHeading': 'Ein neuer Termin für Ihre Bestellung',
  'late.newDay':
    'Ihre Bestellung {number} braucht länger als angekündigt: Voraussichtlich ist sie jetzt am {date} bei Ihnen. Das tut uns leid.',
  'late.waiting': 'Noch nicht verschickt',
};
