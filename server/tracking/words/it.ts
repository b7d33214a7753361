import type { TrackingTexts } from './en';

export const it: TrackingTexts = {
  'headline.received': 'Abbiamo ricevuto il suo ordine.',
  'headline.waiting': 'Abbiamo ricevuto il suo ordine e attendiamo il pagamento.',
  'headline.waitingWire': 'Abbiamo ricevuto il suo ordine e attendiamo il bonifico.',
  'headline.waitingCheque': 'Abbiamo ricevuto il suo ordine e attendiamo l’assegno.',
  'headline.waitingCash': 'Abbiamo ricevuto il suo ordine e attendiamo il pagamento in contanti.',
  'headline.waitingTerminal': 'Abbiamo ricevuto il suo ordine e attendiamo il pagamento con carta.',
  'headline.checking': 'Abbiamo ricevuto il suo ordine e stiamo verificando il pagamento.',
  'headline.declined': 'Abbiamo ricevuto il suo ordine, ma il pagamento non è andato a buon fine.',
  'headline.partPaid': 'Abbiamo ricevuto il suo ordine e {received} su {total}.',
  'headline.stillDue': 'Restano da pagare {amount}.',
  'headline.arrived': 'Il suo pagamento è arrivato {when}.',
  'headline.packing': 'Stiamo preparando il suo ordine.',
  'headline.digital': 'Quello che ha acquistato è suo.',
  'headline.delivered': 'Il suo ordine è stato consegnato {when}.',
  'headline.cancelled': 'Questo ordine è stato annullato.',
  'headline.refunded': 'Il suo pagamento di {amount} è stato rimborsato.',
  'headline.partRefunded': 'Del suo pagamento sono stati rimborsati {amount}.',
  'headline.chargedBack': 'La sua banca ha ritirato il pagamento.',
  sentences: '{first} {second}',

  'day.today': 'oggi',
  'day.yesterday': 'ieri',
  'day.tomorrow': 'domani',
  'day.weekday': '{weekday, select, other {{day}}}',
  'day.date': '{dayOfMonth, select, 8 {l’{day}} 11 {l’{day}} other {il {day}}}',

  count:
    '{count, plural, =0 {nessuno} =1 {uno} =2 {due} =3 {tre} =4 {quattro} =5 {cinque} =6 {sei} =7 {sette} =8 {otto} =9 {nove} =10 {dieci} other {#}}',

  'left.parcels':
    '{count, plural, one {Il suo pacco è partito {when}.} other {I suoi {counted} pacchi sono partiti {when}.}}',
  'left.firstParcels':
    '{count, plural, one {Il suo primo pacco è partito {when}. Seguirà il resto.} other {I suoi primi {counted} pacchi sono partiti {when}. Seguirà il resto.}}',
  'left.parcelsByDays':
    '{count, plural, one {Il suo pacco è partito {when}.} other {I suoi {counted} pacchi sono partiti, l’ultimo {when}.}}',
  'left.firstParcelsByDays':
    '{count, plural, one {Il suo primo pacco è partito {when}. Seguirà il resto.} other {I suoi primi {counted} pacchi sono partiti, l’ultimo {when}. Seguirà il resto.}}',
  'left.order': 'Il suo ordine è partito {when}.',
  'left.part': 'Una parte del suo ordine è partita {when}. Seguirà il resto.',
  'left.orderByDays': 'Il suo ordine è partito, l’ultima spedizione {when}.',
  'left.partByDays':
    'Una parte del suo ordine è partita, l’ultima spedizione {when}. Seguirà il resto.',
  'leaves.parcels':
    '{count, plural, one {Il suo pacco parte {when}.} other {I suoi {counted} pacchi partono {when}.}}',
  'leaves.firstParcels':
    '{count, plural, one {Il suo primo pacco parte {when}. Seguirà il resto.} other {I suoi primi {counted} pacchi partono {when}. Seguirà il resto.}}',
  'leaves.parcelsByDays':
    '{count, plural, one {Il suo pacco parte {when}.} other {I suoi {counted} pacchi sono in partenza, l’ultimo {when}.}}',
  'leaves.firstParcelsByDays':
    '{count, plural, one {Il suo primo pacco parte {when}. Seguirà il resto.} other {I suoi primi {counted} pacchi sono in partenza, l’ultimo {when}. Seguirà il resto.}}',
  'leaves.order': 'Il suo ordine parte {when}.',
  'leaves.part': 'Una parte del suo ordine parte {when}. Seguirà il resto.',
  'leaves.orderByDays': 'Il suo ordine è in partenza, l’ultima spedizione {when}.',
  'leaves.partByDays':
    'Una parte del suo ordine è in partenza, l’ultima spedizione {when}. Seguirà il resto.',

  'step.ordered': 'Ordinato',
  'step.payment': 'Pagamento',
  'step.paid': 'Pagato',
  'step.packing': 'Preparazione',
  'step.shipped': 'Spedito',
  'step.delivery': 'Consegna',
  'step.delivered': 'Consegnato',
  'step.codes': 'Codici',
  'step.ready': 'Pronto',
  'step.paidBack': 'Rimborsato',
  'step.cancelled': 'Annullato',
  'progress.label': 'Stato dell’ordine {number}',
  'progress.done': 'fatto',
  'progress.current': 'ora',
  'progress.ahead': 'da completare',
  'progress.stopped': 'interrotto qui',

  'page.order': 'Ordine {number}',
  'page.ordered': 'L’ordine in dettaglio',
  'page.history': 'Finora',
  'page.foot': 'Gestito con Counterfoil.',
  'history.placed': 'Ordine effettuato',
  'history.paid': 'Pagamento ricevuto',
  'history.shipped': 'Spedito',
  'history.delivered': 'Consegnato',
  'history.ready': 'Pronto per lei',
  'history.cancelled': 'Annullato',

  'pay.cheque': 'Pagamento con assegno',
  'pay.wire': 'Pagamento con bonifico',
  'pay.cash': 'Pagamento in contanti',
  'pay.terminal': 'Pagamento con carta in negozio',
  'pay.due': 'Ancora da pagare',
  'pay.reference': 'Indichi il numero d’ordine nel pagamento: {number}',

  'parcels.title': '{count, plural, =0 {Cosa è partito} one {Il suo pacco} other {I suoi pacchi}}',
  'parcels.toFollow': 'In arrivo',
  'parcels.inside': 'In questi pacchi',
  'parcels.parcel': 'Pacco',
  'parcels.noNumber': 'Questo pacco non ha un numero di spedizione.',
  'parcels.follow': 'Segua il pacco',

  'codes.title': 'I suoi codici',
  'codes.ready':
    '{count, plural, one {Il suo codice è pronto qui sotto.} other {I suoi codici sono pronti qui sotto.}}',
  'codes.follow':
    '{count, plural, one {Il suo codice seguirà appena disponibile.} other {I suoi codici seguiranno appena disponibili.}}',
  'codes.some':
    '{ready, plural, one {{readyWords} dei suoi {allWords} codici è pronto qui sotto.} other {{readyWords} dei suoi {allWords} codici sono pronti qui sotto.}} {waiting, plural, one {L’ultimo seguirà appena disponibile.} other {Gli altri seguiranno appena disponibili.}}',
  'codes.show': 'Mostra',
  'codes.showAll': 'Mostra tutti e {count}',
  'codes.hidden':
    '{count, plural, one {# codice, nascosto finché non lo chiede.} other {# codici, nascosti finché non li chiede.}}',
  'codes.codeHidden': 'Codice {position}, nascosto',
  'codes.lineFollows':
    '{count, plural, one {Seguirà appena disponibile.} other {Seguiranno appena disponibili.}}',
  'codes.moreFollow': '{count, plural, one {Ne seguirà un altro.} other {Ne seguiranno altri #.}}',

  'files.title': 'I suoi file',
  'files.version': 'Versione {value}',
  'files.download': 'Scarica',
  'files.follows': 'Arriva appena disponibile.',
  'files.none': 'Non c’è nessun file.',
  'files.ask': 'Se serve di nuovo, contattare il negozio.',
  'files.withoutEnd': 'Senza scadenza',
  'files.until': 'Fino al {day}',
  'files.ended': 'Scaduto il {day}',
  'files.left':
    '{count, plural, =0 {nessun download rimasto} one {# download rimasto} many {# di download rimasti} other {# download rimasti}}',

  'sum.items': 'Articoli',
  'sum.discount': 'Sconto',
  'sum.shipping': 'Spedizione',
  'sum.shippingBy': 'Spedizione, {method}',
  'sum.tax': 'Imposte',
  'sum.total': 'Totale',
  'sum.paid': 'Pagato, {day}',
  'sum.paidBy': 'Pagato ({method}), {day}',
  'sum.notCounted': 'Non più conteggiato: pagato, {day}',
  'sum.notCountedBy': 'Non più conteggiato: pagato ({method}), {day}',
  'sum.paidBack': 'Rimborsato',
  'sum.due': 'Ancora da pagare',
  'method.cheque': 'assegno',
  'method.wire': 'bonifico',
  'method.cash': 'contanti',
  'method.terminal': 'carta',
  'method.card': '{brand} che termina con {digits}',
  'method.anyCard': 'Carta che termina con {digits}',

  'copy.copy': 'Copia',
  'copy.copied': 'Copiato',
  'copy.failed': 'Selezioni e copi',
  'copy.code': 'codice {position}',
  'copy.orderNumber': 'numero d’ordine',
  'copy.trackingNumber': 'numero di spedizione',

  'find.name': 'Segua il suo ordine',
  'find.title': 'Dov’è il mio ordine?',
  'find.intro': 'Inserisca questi due dati e le invieremo il link al suo ordine.',
  'find.number': 'Numero d’ordine',
  'find.numberHint': 'È indicato in ogni messaggio che ha ricevuto per l’ordine.',
  'find.numberFault': 'Inserisca il numero d’ordine, per esempio 1001.',
  'find.email': 'Indirizzo e-mail',
  'find.emailFault': 'Inserisca l’indirizzo e-mail dell’ordine, per esempio ada@example.com.',
  'find.send': 'Ricevi il link',
  'sent.title': 'Controlli la sua posta',
  'sent.words': 'Se i due dati corrispondono, abbiamo appena inviato il link a quell’indirizzo.',
  'sent.nothing':
    'Ancora niente dopo qualche minuto? Controlli la cartella della posta indesiderata oppure <again>provi con un altro numero o indirizzo</again>. Lo stesso link viene inviato una volta ogni dieci minuti.',
  'wait.title': 'Troppi tentativi',
  'wait.words':
    'Attenda {minutes, plural, =0 {un quarto d’ora} one {un minuto} other {# minuti}}, poi <again>riprovi</again>. Per il suo ordine non cambia nulla.',
  'wait.link': 'Troppi tentativi. <again>Attenda un momento</again>.',
  'lost.title': 'A questo link non corrisponde alcun ordine',
  'lost.words':
    'Forse il link è stato troncato, oppure l’ordine non è più conservato. Con il numero d’ordine e il suo indirizzo e-mail può ricevere di nuovo il link.',
  'lost.send': 'Ricevi un nuovo link',

  'expected.on': 'Arrivo previsto {when}.',
  'expected.notLeft': 'Il suo ordine era atteso {when} e non è ancora partito.',
  'expected.restNotLeft': 'Il resto era atteso {when} e non è ancora partito.',
  'expected.message': 'Riceverà un messaggio appena ne sapremo di più.',
  'expected.untracked':
    'L’arrivo era previsto {when}. La spedizione non ha un numero di spedizione, quindi nessuno può vedere dove si trova: ci scriva se non è arrivata.',
  'history.expected': 'Arrivo previsto {when}',
  'page.updated': 'Aggiornato alle {when}',
  'headline.onHold': 'Il suo ordine è in sospeso per il momento.',
  'headline.restOnHold': 'Il resto è in sospeso per il momento.',
  'headline.holdNext': 'Se avremo bisogno di qualcosa, le scriveremo.',
  'headline.declinedNext': 'Nulla è perduto: il suo ordine attende il pagamento.',
  'headline.takenBack': 'Il suo pagamento precedente non è più conteggiato.',
  'headline.takenBackNext': 'Se non se lo aspettava, ci contatti.',
  'step.held': 'In sospeso',
  'progress.paused': 'in pausa',
  'replaced.title': 'Questo link è stato sostituito',
  'replaced.words':
    'C’è un link più recente al suo ordine. Possiamo inviarlo all’indirizzo e-mail dell’ordine.',
  'replaced.send': 'Ricevi il nuovo link',
  'sent.renewed': 'Abbiamo appena inviato il nuovo link all’indirizzo e-mail dell’ordine.',
};
