import type { MailTexts } from './en';

export const fr: MailTexts = {
  'subject.orderReceived': '{shop} : commande {number} reçue',
  'subject.paid': '{shop} : paiement de la commande {number} reçu',
  'subject.codes': '{shop} : codes de la commande {number}',
  'subject.shipped': '{shop} : votre commande {number} est en route',
  'subject.cancelled': '{shop} : commande {number} annulée',
  'subject.codeReplaced': '{shop} : un nouveau code pour la commande {number}',

  'greeting.name': 'Bonjour {name},',
  'greeting.nobody': 'Bonjour,',
  'frame.order': 'Commande {number}',
  'frame.orderPage': 'La page de votre commande :',
  'frame.reply': 'Une question ? Répondez simplement à cet e-mail.',
  'text.heading': '{label} :',
  'text.pair': '{label} : {value}',
  sentences: '{first} {second}',
  count:
    '{count, plural, =0 {aucun} =1 {un} =2 {deux} =3 {trois} =4 {quatre} =5 {cinq} =6 {six} =7 {sept} =8 {huit} =9 {neuf} =10 {dix} other {#}}',

  'received.heading': 'Merci pour votre commande',
  'received.paid': 'Nous avons bien reçu votre commande {number} du {date}.',
  'received.waiting':
    'Nous avons bien reçu votre commande {number} du {date}. Nous vous écrirons dès que votre paiement sera confirmé.',
  'received.payFirst':
    'Nous avons bien reçu votre commande {number} du {date}. Nous la traiterons dès réception de votre paiement.',
  'received.howToPay': 'Comment payer',
  'received.yourOrder': 'Votre commande',
  'received.follow': 'Suivre votre commande',

  'paid.heading': 'Nous avons reçu votre paiement',
  'paid.arrived': 'Merci. Nous avons reçu {amount} pour votre commande {number} le {date}.',
  'paid.arrivedBy':
    'Merci. Nous avons reçu {amount} pour votre commande {number} le {date} ({method}).',
  'paid.willShip': 'Nous préparons votre commande et vous écrirons dès son départ.',
  'paid.codesHeading': 'Vos codes sont arrivés',
  'paid.codesHere': 'Voici les codes de votre commande {number}.',
  'paid.yourCodes': 'Vos codes',
  'paid.yourDownloads': 'Vos téléchargements',
  'paid.onOrderPage':
    '{count, plural, one {Votre téléchargement se trouve sur la page de votre commande} other {Vos téléchargements se trouvent sur la page de votre commande}}',
  'paid.yourOrder': 'Votre commande',
  'paid.seeOrder': 'Voir votre commande',

  'shipped.heading': 'Votre commande est en route',
  'shipped.left':
    '{count, plural, one {Votre colis de la commande {number} est parti le {date}.} other {Vos {counted} colis de la commande {number} sont partis le {date}.}}',
  'shipped.restFollows': 'Le reste de votre commande suivra ; nous vous écrirons à son départ.',
  'shipped.noteFrom': 'Un mot de {shop}',
  'shipped.parcels': '{count, plural, one {Votre colis} other {Vos colis}}',
  'shipped.inside': 'Contenu',
  'shipped.toFollow': 'À venir',
  'shipped.follow': 'Suivre votre commande',

  'cancelled.heading': 'Votre commande a été annulée',
  'cancelled.opening': 'Votre commande {number} de {amount} a été annulée le {date}.',
  'cancelled.reason': 'Le motif',
  'cancelled.yourPayment': 'Votre paiement',
  'cancelled.refund':
    'Le remboursement de {amount} est prévu. Le délai dépend de votre mode de paiement.',
  'cancelled.items': 'Ce qui a été annulé',
  'cancelled.notWanted':
    'Ce n’est pas ce que vous vouliez ? Répondez à cet e-mail et nous arrangerons cela.',
  'cancelled.seeOrder': 'Voir votre commande',

  'replaced.heading': 'Un nouveau code pour vous',
  'replaced.opening':
    'L’un des codes de votre commande {number} ne fonctionnait pas : nous l’avons remplacé. Toutes nos excuses pour la gêne occasionnée.',
  'replaced.yourCodes': 'Vos codes à présent',
  'replaced.seeOrder': 'Voir votre commande',

  'codes.allFollow': 'Vos codes suivront dès qu’ils seront disponibles.',
  'codes.someFollow':
    '{count, plural, one {Un autre code suivra dès qu’il sera disponible.} other {# autres codes suivront dès qu’ils seront disponibles.}}',

  'parcel.title': '{count, plural, one {Colis} other {Colis {position} sur {count}}}',
  'parcel.line':
    '{label}{hasCarrier, select, true { avec {carrier}} other {}}{hasNumber, select, true {, numéro de suivi {number}} other {, sans numéro de suivi}}',
  'parcel.noNumber': 'Ce colis n’a pas de numéro de suivi.',
  'parcel.follow': 'Suivre ce colis',
  'parcel.followWith': 'Suivre avec {carrier}',

  'payment.cheque': 'Par chèque',
  'payment.wire': 'Par virement bancaire',
  'payment.cash': 'En espèces',
  'payment.terminal': 'Par carte sur place',
  'payment.reference': 'Merci d’indiquer votre numéro de commande, {number}, avec le paiement.',
  'payment.line': '{method} : {amount}.',
  'method.cheque': 'chèque',
  'method.wire': 'virement bancaire',
  'method.cash': 'espèces',
  'method.terminal': 'carte',
  'method.card': '{brand} se terminant par {digits}',
  'method.anyCard': 'carte se terminant par {digits}',

  'lines.item': 'Article',
  'lines.amount': 'Montant',
  'lines.each': '{price} l’unité',
  'totals.items': 'Articles',
  'totals.discount': 'Remise',
  'totals.shipping': 'Livraison',
  'totals.shippingBy': 'Livraison, {method}',
  'totals.tax': 'Taxes',
  'totals.grand': 'Total',
  'address.both': 'Adresse de livraison et de facturation',
  'address.delivery': 'Adresse de livraison',
  'address.billing': 'Adresse de facturation',

  'subject.signInLink': '{shop} : votre lien de connexion',
  'signIn.heading': 'Votre lien de connexion',
  'signIn.opening':
    'Appuyez sur le bouton pour voir vos commandes chez {shop}. Le lien sert une seule fois, dans la demi-heure.',
  'signIn.button': 'Se connecter',
  'signIn.address': 'Si le bouton ne fait rien, ouvrez cette adresse :',
  'signIn.notYou':
    'Vous n’avez rien demandé ? Vous n’avez alors rien à faire : sans ce lien, personne n’entre.',
  'subject.requestAnswered': '{shop} : notre réponse au sujet de la commande {number}',
  'answered.heading': 'Notre réponse',
  'answered.cancelRefused':
    'Le {date}, vous nous avez demandé d’annuler votre commande {number}. Cela n’a pas été possible.',
  'answered.cancelLeft':
    'Le {date}, vous nous avez demandé d’annuler votre commande {number}. Elle est partie avant que nous ayons pu le faire. Si vous n’en voulez plus, répondez à cet e-mail.',
  'answered.notReceived':
    'Le {date}, vous nous avez signalé que votre commande {number} n’est pas arrivée.',
  'answered.answer': 'Notre réponse',
  'answered.seeOrder': 'Voir votre commande',
  'subject.late': '{shop} : votre commande {number} est en retard',
  'subject.newDay': '{shop} : une nouvelle date pour la commande {number}',
  'paid.expected': 'Votre commande devrait vous parvenir le {date}.',
  'late.heading': 'Votre commande est en retard',
  'late.notLeft':
    'Votre commande {number} devait vous parvenir le {date}. Cette date est passée et la commande n’est pas encore partie. Toutes nos excuses.',
  'late.partLeft':
    'Votre commande {number} devait vous parvenir le {date}. Cette date est passée et une partie n’a pas encore été expédiée. Toutes nos excuses.',
  'late.told':
    'Ce message est envoyé automatiquement. Nous avons été prévenus nous aussi et vous écrirons pour vous donner une nouvelle date.',
  'late.newDayHeading': 'Une nouvelle date pour votre commande',
  'late.newDay':
    'Votre commande {number} prend plus de temps que nous ne l’avions dit : elle devrait maintenant vous parvenir le {date}. Toutes nos excuses.',
  'late.waiting': 'Ce qui n’est pas encore parti',
};
