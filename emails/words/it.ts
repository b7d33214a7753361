import type { MailTexts } from './en';

export const it: MailTexts = {
  'subject.orderReceived': '{shop}: ordine {number} ricevuto',
  'subject.paid': '{shop}: pagamento dell’ordine {number} ricevuto',
  'subject.codes': '{shop}: codici dell’ordine {number}',
  'subject.shipped': '{shop}: il suo ordine {number} è in viaggio',
  'subject.cancelled': '{shop}: ordine {number} annullato',
  'subject.codeReplaced': '{shop}: un nuovo codice per l’ordine {number}',

  'greeting.name': 'Buongiorno {name},',
  'greeting.nobody': 'Buongiorno,',
  'frame.order': 'Ordine {number}',
  'frame.orderPage': 'La pagina del suo ordine:',
  'frame.reply': 'Ha domande? Risponda a questa e-mail.',
  'text.heading': '{label}:',
  'text.pair': '{label}: {value}',
  sentences: '{first} {second}',
  count:
    '{count, plural, =0 {nessun} =1 {un} =2 {due} =3 {tre} =4 {quattro} =5 {cinque} =6 {sei} =7 {sette} =8 {otto} =9 {nove} =10 {dieci} other {#}}',

  'received.heading': 'Grazie per il suo ordine',
  'received.paid': 'Abbiamo ricevuto il suo ordine {number} ({date}).',
  'received.waiting':
    'Abbiamo ricevuto il suo ordine {number} ({date}). Le scriveremo non appena il pagamento sarà confermato.',
  'received.payFirst':
    'Abbiamo ricevuto il suo ordine {number} ({date}). Lo prepareremo non appena arriverà il pagamento.',
  'received.howToPay': 'Come pagare',
  'received.yourOrder': 'Il suo ordine',
  'received.follow': 'Segua il suo ordine',

  'paid.heading': 'Il suo pagamento è arrivato',
  'paid.arrived': 'Grazie. In data {date} abbiamo ricevuto {amount} per il suo ordine {number}.',
  'paid.arrivedBy':
    'Grazie. In data {date} abbiamo ricevuto {amount} per il suo ordine {number} ({method}).',
  'paid.willShip': 'Stiamo preparando il suo ordine e le scriveremo quando partirà.',
  'paid.codesHeading': 'I suoi codici sono arrivati',
  'paid.codesHere': 'Ecco i codici del suo ordine {number}.',
  'paid.yourCodes': 'I suoi codici',
  'paid.yourDownloads': 'I suoi download',
  'paid.onOrderPage':
    '{count, plural, one {Il suo download è nella pagina dell’ordine} other {I suoi download sono nella pagina dell’ordine}}',
  'paid.yourOrder': 'Il suo ordine',
  'paid.seeOrder': 'Veda il suo ordine',

  'shipped.heading': 'Il suo ordine è in viaggio',
  'shipped.left':
    '{count, plural, one {Il pacco del suo ordine {number} è partito {date}.} other {I {counted} pacchi del suo ordine {number} sono partiti {date}.}}',
  'shipped.restFollows': 'Seguirà il resto del suo ordine; le scriveremo quando partirà.',
  'shipped.noteFrom': 'Un messaggio da {shop}',
  'shipped.parcels': '{count, plural, one {Il suo pacco} other {I suoi pacchi}}',
  'shipped.inside': 'Contenuto',
  'shipped.toFollow': 'In arrivo',
  'shipped.follow': 'Segua il suo ordine',

  'cancelled.heading': 'Il suo ordine è stato annullato',
  'cancelled.opening': 'Il suo ordine {number} di {amount} è stato annullato in data {date}.',
  'cancelled.reason': 'Il motivo',
  'cancelled.yourPayment': 'Il suo pagamento',
  'cancelled.refund':
    'Il rimborso di {amount} è previsto. I tempi dipendono dal metodo di pagamento.',
  'cancelled.items': 'Che cosa è stato annullato',
  'cancelled.notWanted': 'Non era quello che voleva? Risponda a questa e-mail e rimedieremo.',
  'cancelled.seeOrder': 'Veda il suo ordine',

  'replaced.heading': 'Un nuovo codice',
  'replaced.opening':
    'Uno dei codici dell’ordine {number} non funzionava e lo abbiamo sostituito. Ci scusiamo per il disagio.',
  'replaced.yourCodes': 'I codici attuali',
  'replaced.seeOrder': 'Veda il suo ordine',

  'codes.allFollow': 'I suoi codici seguiranno appena disponibili.',
  'codes.someFollow':
    '{count, plural, one {Un altro codice seguirà appena disponibile.} other {Altri # codici seguiranno appena disponibili.}}',

  'parcel.title': '{count, plural, one {Pacco} other {Pacco {position} di {count}}}',
  'parcel.line':
    '{label}{hasCarrier, select, true { con {carrier}} other {}}{hasNumber, select, true {, numero di spedizione {number}} other {, senza numero di spedizione}}',
  'parcel.noNumber': 'Questo pacco non ha un numero di spedizione.',
  'parcel.follow': 'Segua il pacco',
  'parcel.followWith': 'Segua il pacco con {carrier}',

  'payment.cheque': 'Con assegno',
  'payment.wire': 'Con bonifico',
  'payment.cash': 'In contanti',
  'payment.terminal': 'Con carta in negozio',
  'payment.reference': 'Indichi il numero d’ordine, {number}, nel pagamento.',
  'payment.line': '{method}: {amount}.',
  'method.cheque': 'assegno',
  'method.wire': 'bonifico',
  'method.cash': 'contanti',
  'method.terminal': 'carta',
  'method.card': '{brand} che termina con {digits}',
  'method.anyCard': 'carta che termina con {digits}',

  'lines.item': 'Articolo',
  'lines.amount': 'Importo',
  'lines.each': '{price} cad.',
  'totals.items': 'Articoli',
  'totals.discount': 'Sconto',
  'totals.shipping': 'Spedizione',
  'totals.shippingBy': 'Spedizione, {method}',
  'totals.tax': 'Imposte',
  'totals.grand': 'Totale',
  'address.both': 'Indirizzo di consegna e fatturazione',
  'address.delivery': 'Indirizzo di consegna',
  'address.billing': 'Indirizzo di fatturazione',

  'subject.signInLink': '{shop}: il suo link per accedere',
  'signIn.heading': 'Il suo link per accedere',
  'signIn.opening':
    'Prema il pulsante per vedere i suoi ordini presso {shop}. Il link vale una sola volta, entro mezz’ora.',
  'signIn.button': 'Accedi',
  'signIn.address': 'Se il pulsante non funziona, apra questo indirizzo:',
  'signIn.notYou':
    'Non l’ha chiesto lei? Allora non deve fare nulla: senza questo link non entra nessuno.',
  'subject.requestAnswered': '{shop}: la nostra risposta sull’ordine {number}',
  'answered.heading': 'La nostra risposta',
  'answered.cancelRefused':
    'In data {date} ci ha chiesto di annullare il suo ordine {number}. Non è stato possibile.',
  'answered.cancelLeft':
    'In data {date} ci ha chiesto di annullare il suo ordine {number}. È partito prima che potessimo farlo. Se non lo desidera più, risponda a questa e-mail.',
  'answered.notReceived':
    'In data {date} ci ha comunicato che il suo ordine {number} non è arrivato.',
  'answered.answer': 'La nostra risposta',
  'answered.seeOrder': 'Veda il suo ordine',
  'subject.late': '{shop}: il suo ordine {number} è in ritardo',
  'subject.newDay': '{shop}: una nuova data per l’ordine {number}',
  'paid.expected': 'L’arrivo è previsto per {date}.',
  'late.heading': 'Il suo ordine è in ritardo',
  'late.notLeft':
    'L’arrivo del suo ordine {number} era previsto per {date}. Quel giorno è passato e l’ordine non è ancora partito. Ci scusiamo.',
  'late.partLeft':
    'L’arrivo del suo ordine {number} era previsto per {date}. Quel giorno è passato e una parte non è ancora partita. Ci scusiamo.',
  'late.told':
    'Questo messaggio è stato inviato automaticamente. Anche noi siamo stati avvisati e le scriveremo con una nuova data.',
  'late.newDayHeading': 'Una nuova data per il suo ordine',
  'late.newDay':
    'Il suo ordine {number} richiede più tempo di quanto avevamo detto: l’arrivo è ora previsto per {date}. Ci scusiamo.',
  'late.waiting': 'Non ancora partito',
};
