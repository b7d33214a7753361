import type { TrackingTexts } from './en';

export const de: TrackingTexts = {
  'headline.received': 'Ihre Bestellung ist bei uns eingegangen.',
  'headline.waiting': 'Ihre Bestellung ist eingegangen. Wir warten auf Ihre Zahlung.',
  'headline.waitingWire': 'Ihre Bestellung ist eingegangen. Wir warten auf Ihre Überweisung.',
  'headline.waitingCheque': 'Ihre Bestellung ist eingegangen. Wir warten auf Ihren Scheck.',
  'headline.waitingCash': 'Ihre Bestellung ist eingegangen. Wir warten auf Ihre Barzahlung.',
  'headline.waitingTerminal': 'Ihre Bestellung ist eingegangen. Wir warten auf Ihre Kartenzahlung.',
  'headline.checking': 'Ihre Bestellung ist eingegangen. Wir prüfen gerade Ihre Zahlung.',
  'headline.declined':
    'Ihre Bestellung ist eingegangen, aber die Zahlung hat leider nicht geklappt.',
  'headline.partPaid': 'Wir haben Ihre Bestellung und {received} von {total} erhalten.',
  'headline.stillDue': 'Es sind noch {amount} offen.',
  'headline.arrived': 'Ihre Zahlung ist {when} eingegangen.',
  'headline.packing': 'Wir packen gerade Ihre Bestellung.',
  'headline.digital': 'Was Sie gekauft haben, gehört Ihnen.',
  'headline.delivered': 'Ihre Bestellung wurde {when} zugestellt.',
  'headline.cancelled': 'Diese Bestellung wurde storniert.',
  'headline.refunded': 'Ihre Zahlung von {amount} wurde erstattet.',
  'headline.partRefunded': '{amount} Ihrer Zahlung wurden erstattet.',
  'headline.chargedBack': 'Ihre Bank hat die Zahlung zurückgebucht.',
  sentences: '{first} {second}',

  'day.today': 'heute',
  'day.yesterday': 'gestern',
  'day.tomorrow': 'morgen',
  'day.weekday': '{weekday, select, other {am {day}}}',
  'day.date': '{dayOfMonth, select, other {am {day}}}',

  count:
    '{count, plural, =0 {keiner} =1 {einer} =2 {zwei} =3 {drei} =4 {vier} =5 {fünf} =6 {sechs} =7 {sieben} =8 {acht} =9 {neun} =10 {zehn} other {#}}',

  'left.parcels':
    '{count, plural, one {Ihr Paket wurde {when} verschickt.} other {Ihre {counted} Pakete wurden {when} verschickt.}}',
  'left.firstParcels':
    '{count, plural, one {Ihr erstes Paket wurde {when} verschickt. Der Rest folgt.} other {Ihre ersten {counted} Pakete wurden {when} verschickt. Der Rest folgt.}}',
  'left.parcelsByDays':
    '{count, plural, one {Ihr Paket wurde {when} verschickt.} other {Ihre {counted} Pakete sind unterwegs, das letzte wurde {when} verschickt.}}',
  'left.firstParcelsByDays':
    '{count, plural, one {Ihr erstes Paket wurde {when} verschickt. Der Rest folgt.} other {Ihre ersten {counted} Pakete sind unterwegs, das letzte wurde {when} verschickt. Der Rest folgt.}}',
  'left.order': 'Ihre Bestellung wurde {when} verschickt.',
  'left.part': 'Ein Teil Ihrer Bestellung wurde {when} verschickt. Der Rest folgt.',
  'left.orderByDays': 'Ihre Bestellung ist unterwegs, das Letzte davon wurde {when} verschickt.',
  'left.partByDays':
    'Ein Teil Ihrer Bestellung ist unterwegs, zuletzt wurde {when} verschickt. Der Rest folgt.',
  'leaves.parcels':
    '{count, plural, one {Ihr Paket wird {when} verschickt.} other {Ihre {counted} Pakete werden {when} verschickt.}}',
  'leaves.firstParcels':
    '{count, plural, one {Ihr erstes Paket wird {when} verschickt. Der Rest folgt.} other {Ihre ersten {counted} Pakete werden {when} verschickt. Der Rest folgt.}}',
  'leaves.parcelsByDays':
    '{count, plural, one {Ihr Paket wird {when} verschickt.} other {Ihre {counted} Pakete werden verschickt, das letzte {when}.}}',
  'leaves.firstParcelsByDays':
    '{count, plural, one {Ihr erstes Paket wird {when} verschickt. Der Rest folgt.} other {Ihre ersten {counted} Pakete werden verschickt, das letzte {when}. Der Rest folgt.}}',
  'leaves.order': 'Ihre Bestellung wird {when} verschickt.',
  'leaves.part': 'Ein Teil Ihrer Bestellung wird {when} verschickt. Der Rest folgt.',
  'leaves.orderByDays': 'Ihre Bestellung wird verschickt, das Letzte davon {when}.',
  'leaves.partByDays':
    'Ein Teil Ihrer Bestellung wird verschickt, das Letzte davon {when}. Der Rest folgt.',

  'step.ordered': 'Bestellt',
  'step.payment': 'Zahlung',
  'step.paid': 'Bezahlt',
  'step.packing': 'Packen',
  'step.shipped': 'Verschickt',
  'step.delivery': 'Zustellung',
  'step.delivered': 'Zugestellt',
  'step.codes': 'Codes',
  'step.ready': 'Bereit',
  'step.paidBack': 'Erstattet',
  'step.cancelled': 'Storniert',
  'progress.label': 'Stand der Bestellung {number}',
  'progress.done': 'erledigt',
  'progress.current': 'jetzt',
  'progress.ahead': 'kommt noch',
  'progress.stopped': 'hier beendet',

  'page.order': 'Bestellung {number}',
  'page.ordered': 'Ihre Bestellung im Einzelnen',
  'page.history': 'Bisher',
  'page.foot': 'Verwaltet mit Counterfoil.',
  'history.placed': 'Bestellung aufgegeben',
  'history.paid': 'Zahlung eingegangen',
  'history.shipped': 'Verschickt',
  'history.delivered': 'Zugestellt',
  'history.ready': 'Für Sie bereit',
  'history.cancelled': 'Storniert',

  'pay.cheque': 'Mit Scheck bezahlen',
  'pay.wire': 'Per Überweisung bezahlen',
  'pay.cash': 'Bar bezahlen',
  'pay.terminal': 'Mit Karte bei uns bezahlen',
  'pay.due': 'Noch zu zahlen',
  'pay.reference': 'Bitte geben Sie bei der Zahlung Ihre Bestellnummer an: {number}',

  'parcels.title': '{count, plural, =0 {Was verschickt wurde} one {Ihr Paket} other {Ihre Pakete}}',
  'parcels.toFollow': 'Kommt noch',
  'parcels.inside': 'In diesen Paketen',
  'parcels.parcel': 'Paket',
  'parcels.noNumber': 'Dieses Paket hat keine Sendungsnummer.',
  'parcels.follow': 'Paket verfolgen',

  'codes.title': 'Ihre Codes',
  'codes.ready':
    '{count, plural, one {Ihr Code steht unten bereit.} other {Ihre Codes stehen unten bereit.}}',
  'codes.follow':
    '{count, plural, one {Ihr Code folgt, sobald er da ist.} other {Ihre Codes folgen, sobald sie da sind.}}',
  'codes.some':
    '{ready, plural, one {{readyWords} Ihrer {allWords} Codes steht unten bereit.} other {{readyWords} Ihrer {allWords} Codes stehen unten bereit.}} {waiting, plural, one {Der letzte folgt, sobald er da ist.} other {Die anderen folgen, sobald sie da sind.}}',
  'codes.show': 'Anzeigen',
  'codes.showAll': 'Alle {count} anzeigen',
  'codes.hidden':
    '{count, plural, one {# Code, verdeckt, bis Sie ihn sehen möchten.} other {# Codes, verdeckt, bis Sie sie sehen möchten.}}',
  'codes.codeHidden': 'Code {position}, verdeckt',
  'codes.lineFollows':
    '{count, plural, one {Er folgt, sobald er da ist.} other {Sie folgen, sobald sie da sind.}}',
  'codes.moreFollow': '{count, plural, one {Einer folgt noch.} other {# folgen noch.}}',

  'files.title': 'Ihre Dateien',
  'files.version': 'Version {value}',
  'files.download': 'Herunterladen',
  'files.follows': 'Folgt, sobald sie da ist.',
  'files.none': 'Es gibt keine Datei.',
  'files.ask': 'Wenn Sie sie noch einmal brauchen, fragen Sie im Shop nach.',
  'files.withoutEnd': 'Zeitlich unbegrenzt',
  'files.until': 'Bis {day}',
  'files.ended': 'Abgelaufen am {day}',
  'files.left':
    '{count, plural, =0 {kein Download mehr übrig} one {noch # Download} other {noch # Downloads}}',

  'sum.items': 'Artikel',
  'sum.discount': 'Rabatt',
  'sum.shipping': 'Versand',
  'sum.shippingBy': 'Versand, {method}',
  'sum.tax': 'Steuern',
  'sum.total': 'Gesamtbetrag',
  'sum.paid': 'Bezahlt, {day}',
  'sum.paidBy': 'Bezahlt ({method}), {day}',
  'sum.notCounted': 'Zählt nicht mehr: bezahlt, {day}',
  'sum.notCountedBy': 'Zählt nicht mehr: bezahlt ({method}), {day}',
  'sum.paidBack': 'Erstattet',
  'sum.due': 'Noch zu zahlen',
  'method.cheque': 'Scheck',
  'method.wire': 'Überweisung',
  'method.cash': 'bar',
  'method.terminal': 'Karte',
  'method.card': '{brand} mit Endziffern {digits}',
  'method.anyCard': 'Karte mit Endziffern {digits}',

  'copy.copy': 'Kopieren',
  'copy.copied': 'Kopiert',
  'copy.failed': 'Bitte markieren und kopieren',
  'copy.code': 'Code {position}',
  'copy.orderNumber': 'Bestellnummer',
  'copy.trackingNumber': 'Sendungsnummer',

  'find.name': 'Bestellung verfolgen',
  'find.title': 'Wo ist meine Bestellung?',
  'find.intro': 'Mit diesen beiden Angaben senden wir Ihnen den Link zu Ihrer Bestellung.',
  'find.number': 'Bestellnummer',
  'find.numberHint': 'Sie steht in jeder Nachricht, die Sie zu Ihrer Bestellung bekommen haben.',
  'find.numberFault': 'Bitte geben Sie Ihre Bestellnummer ein, zum Beispiel 1001.',
  'find.email': 'E-Mail-Adresse',
  'find.emailFault':
    'Bitte geben Sie die E-Mail-Adresse der Bestellung ein, zum Beispiel ada@example.com.',
  'find.send': 'Link senden',
  'sent.title': 'Sehen Sie in Ihrem Postfach nach',
  'sent.words': 'Wenn beides zusammengehört, haben wir den Link gerade an diese Adresse geschickt.',
  'sent.nothing':
    'Nach ein paar Minuten noch nichts da? Sehen Sie im Spam-Ordner nach, oder <again>versuchen Sie eine andere Nummer oder Adresse</again>. Derselbe Link wird höchstens alle zehn Minuten verschickt.',
  'wait.title': 'Zu viele Versuche',
  'wait.words':
    'Bitte warten Sie {minutes, plural, =0 {eine Viertelstunde} one {eine Minute} other {# Minuten}} und <again>versuchen Sie es dann noch einmal</again>. An Ihrer Bestellung ändert sich nichts.',
  'wait.link': 'Zu viele Versuche. <again>Bitte warten Sie kurz</again>.',
  'lost.title': 'Zu diesem Link gibt es keine Bestellung',
  'lost.words':
    'Vielleicht ist der Link unterwegs gekürzt worden, oder die Bestellung ist nicht mehr gespeichert. Mit Ihrer Bestellnummer und Ihrer E-Mail-Adresse können Sie sich den Link noch einmal senden lassen.',
  'lost.send': 'Neuen Link anfordern',

  'expected.on': 'Ankunft voraussichtlich {when}.',
  'expected.notLeft': 'Ihre Bestellung sollte {when} ankommen und ist noch nicht verschickt.',
  'expected.restNotLeft': 'Der Rest sollte {when} ankommen und ist noch nicht verschickt.',
  'expected.message': 'Wir melden uns, sobald wir mehr wissen.',
  'expected.untracked':
    'Die Sendung sollte {when} ankommen. Sie hat keine Sendungsnummer, daher kann niemand nachsehen, wo sie ist: Schreiben Sie uns, falls sie nicht angekommen ist.',
  'history.expected': 'Ankunft voraussichtlich {when}',
  'page.updated': 'Aktualisiert um {when}',
  'headline.onHold': 'Ihre Bestellung ist vorerst angehalten.',
  'headline.restOnHold': 'Der Rest ist vorerst angehalten.',
  'headline.holdNext': 'Wenn wir etwas von Ihnen brauchen, schreiben wir Ihnen.',
  'headline.declinedNext': 'Nichts ist verloren: Ihre Bestellung wartet auf die Zahlung.',
  'headline.takenBack': 'Ihre frühere Zahlung zählt nicht mehr.',
  'headline.takenBackNext': 'Wenn Sie das nicht erwartet haben, fragen Sie uns bitte.',
  'step.held': 'Angehalten',
  'progress.paused': 'pausiert',
  'replaced.title': 'Dieser Link wurde ersetzt',
  'replaced.words':
    'Zu Ihrer Bestellung gibt es einen neueren Link. Wir können ihn an die E-Mail-Adresse der Bestellung senden.',
  'replaced.send': 'Neuen Link senden',
  'sent.renewed': 'Wir haben den neuen Link soeben an die E-Mail-Adresse der Bestellung gesendet.',
};
