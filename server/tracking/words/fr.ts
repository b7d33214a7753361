import type { TrackingTexts } from './en';

export const fr: TrackingTexts = {
  'headline.received': 'Nous avons bien reçu votre commande.',
  'headline.waiting': 'Nous avons bien reçu votre commande et attendons votre paiement.',
  'headline.waitingWire': 'Nous avons bien reçu votre commande et attendons votre virement.',
  'headline.waitingCheque': 'Nous avons bien reçu votre commande et attendons votre chèque.',
  'headline.waitingCash':
    'Nous avons bien reçu votre commande et attendons votre paiement en espèces.',
  'headline.waitingTerminal':
    'Nous avons bien reçu votre commande et attendons votre paiement par carte.',
  'headline.checking': 'Nous avons bien reçu votre commande et vérifions votre paiement.',
  'headline.declined': 'Nous avons bien reçu votre commande, mais le paiement n’a pas abouti.',
  'headline.partPaid': 'Nous avons bien reçu votre commande et {received} sur {total}.',
  'headline.stillDue': 'Il reste {amount} à payer.',
  'headline.arrived': 'Nous avons reçu votre paiement {when}.',
  'headline.packing': 'Nous préparons votre commande.',
  'headline.digital': 'Votre achat est à vous.',
  'headline.delivered': 'Votre commande a été livrée {when}.',
  'headline.cancelled': 'Cette commande a été annulée.',
  'headline.refunded': 'Votre paiement de {amount} a été remboursé.',
  'headline.partRefunded': 'Sur votre paiement, {amount} ont été remboursés.',
  'headline.chargedBack': 'Votre banque a repris le paiement.',
  sentences: '{first} {second}',

  'day.today': 'aujourd’hui',
  'day.yesterday': 'hier',
  'day.tomorrow': 'demain',
  'day.weekday': '{weekday, select, other {{day}}}',
  'day.date': '{dayOfMonth, select, other {le {day}}}',

  count:
    '{count, plural, =0 {aucun} =1 {un} =2 {deux} =3 {trois} =4 {quatre} =5 {cinq} =6 {six} =7 {sept} =8 {huit} =9 {neuf} =10 {dix} other {#}}',

  'left.parcels':
    '{count, plural, one {Votre colis est parti {when}.} other {Vos {counted} colis sont partis {when}.}}',
  'left.firstParcels':
    '{count, plural, one {Votre premier colis est parti {when}. Le reste suivra.} other {Vos {counted} premiers colis sont partis {when}. Le reste suivra.}}',
  'left.parcelsByDays':
    '{count, plural, one {Votre colis est parti {when}.} other {Vos {counted} colis sont partis, le dernier {when}.}}',
  'left.firstParcelsByDays':
    '{count, plural, one {Votre premier colis est parti {when}. Le reste suivra.} other {Vos {counted} premiers colis sont partis, le dernier {when}. Le reste suivra.}}',
  'left.order': 'Votre commande est partie {when}.',
  'left.part': 'Une partie de votre commande est partie {when}. Le reste suivra.',
  'left.orderByDays': 'Votre commande est partie, le dernier envoi {when}.',
  'left.partByDays':
    'Une partie de votre commande est partie, le dernier envoi {when}. Le reste suivra.',
  'leaves.parcels':
    '{count, plural, one {Votre colis partira {when}.} other {Vos {counted} colis partiront {when}.}}',
  'leaves.firstParcels':
    '{count, plural, one {Votre premier colis partira {when}. Le reste suivra.} other {Vos {counted} premiers colis partiront {when}. Le reste suivra.}}',
  'leaves.parcelsByDays':
    '{count, plural, one {Votre colis partira {when}.} other {Vos {counted} colis sont en cours d’envoi, le dernier partira {when}.}}',
  'leaves.firstParcelsByDays':
    '{count, plural, one {Votre premier colis partira {when}. Le reste suivra.} other {Vos {counted} premiers colis sont en cours d’envoi, le dernier partira {when}. Le reste suivra.}}',
  'leaves.order': 'Votre commande partira {when}.',
  'leaves.part': 'Une partie de votre commande partira {when}. Le reste suivra.',
  'leaves.orderByDays': 'Votre commande est en cours d’envoi, le dernier envoi partira {when}.',
  'leaves.partByDays':
    'Une partie de votre commande est en cours d’envoi, le dernier envoi partira {when}. Le reste suivra.',

  'step.ordered': 'Commandé',
  'step.payment': 'Paiement',
  'step.paid': 'Payé',
  'step.packing': 'Préparation',
  'step.shipped': 'Expédié',
  'step.delivery': 'Livraison',
  'step.delivered': 'Livré',
  'step.codes': 'Codes',
  'step.ready': 'Prêt',
  'step.paidBack': 'Remboursé',
  'step.cancelled': 'Annulé',
  'progress.label': 'Avancement de la commande {number}',
  'progress.done': 'fait',
  'progress.current': 'en cours',
  'progress.ahead': 'à venir',
  'progress.stopped': 'arrêté ici',

  'page.order': 'Commande {number}',
  'page.ordered': 'Votre commande en détail',
  'page.history': 'Jusqu’ici',
  'page.foot': 'Géré avec Counterfoil.',
  'history.placed': 'Commande passée',
  'history.paid': 'Paiement reçu',
  'history.shipped': 'Expédiée',
  'history.delivered': 'Livrée',
  'history.ready': 'Prête pour vous',
  'history.cancelled': 'Annulée',

  'pay.cheque': 'Payer par chèque',
  'pay.wire': 'Payer par virement bancaire',
  'pay.cash': 'Payer en espèces',
  'pay.terminal': 'Payer par carte sur place',
  'pay.due': 'Reste à payer',
  'pay.reference': 'Merci d’indiquer votre numéro de commande avec le paiement : {number}',

  'parcels.title': '{count, plural, =0 {Ce qui est parti} one {Votre colis} other {Vos colis}}',
  'parcels.toFollow': 'À venir',
  'parcels.inside': 'Dans ces colis',
  'parcels.parcel': 'Colis',
  'parcels.noNumber': 'Ce colis n’a pas de numéro de suivi.',
  'parcels.follow': 'Suivre ce colis',

  'codes.title': 'Vos codes',
  'codes.ready':
    '{count, plural, one {Votre code est prêt, ci-dessous.} other {Vos codes sont prêts, ci-dessous.}}',
  'codes.follow':
    '{count, plural, one {Votre code suivra dès qu’il sera disponible.} other {Vos codes suivront dès qu’ils seront disponibles.}}',
  'codes.some':
    '{ready, plural, one {{readyWords} de vos {allWords} codes est prêt, ci-dessous.} other {{readyWords} de vos {allWords} codes sont prêts, ci-dessous.}} {waiting, plural, one {Le dernier suivra dès qu’il sera disponible.} other {Les autres suivront dès qu’ils seront disponibles.}}',
  'codes.show': 'Afficher',
  'codes.showAll': 'Afficher les {count}',
  'codes.hidden':
    '{count, plural, one {# code, masqué jusqu’à votre demande.} other {# codes, masqués jusqu’à votre demande.}}',
  'codes.codeHidden': 'Code {position}, masqué',
  'codes.lineFollows':
    '{count, plural, one {Il suivra dès qu’il sera disponible.} other {Ils suivront dès qu’ils seront disponibles.}}',
  'codes.moreFollow': '{count, plural, one {Un autre suivra.} other {# autres suivront.}}',

  'files.title': 'Vos fichiers',
  'files.version': 'Version {value}',
  'files.download': 'Télécharger',
  'files.follows': 'Suivra dès qu’il sera disponible.',
  'files.none': 'Il n’y a pas de fichier.',
  'files.ask': 'S’il vous le faut de nouveau, contactez la boutique.',
  'files.withoutEnd': 'Sans limite de durée',
  'files.until': 'Jusqu’au {day}',
  'files.ended': 'Expiré le {day}',
  'files.left':
    '{count, plural, =0 {plus aucun téléchargement} one {# téléchargement restant} many {# téléchargements restants} other {# téléchargements restants}}',

  'sum.items': 'Articles',
  'sum.discount': 'Remise',
  'sum.shipping': 'Livraison',
  'sum.shippingBy': 'Livraison, {method}',
  'sum.tax': 'Taxes',
  'sum.total': 'Total',
  'sum.paid': 'Payé, {day}',
  'sum.paidBy': 'Payé ({method}), {day}',
  'sum.notCounted': 'N’est plus pris en compte : payé, {day}',
  'sum.notCountedBy': 'N’est plus pris en compte : payé ({method}), {day}',
  'sum.paidBack': 'Remboursé',
  'sum.due': 'Reste à payer',
  'method.cheque': 'chèque',
  'method.wire': 'virement bancaire',
  'method.cash': 'espèces',
  'method.terminal': 'carte',
  'method.card': '{brand} se terminant par {digits}',
  'method.anyCard': 'Carte se terminant par {digits}',

  'copy.copy': 'Copier',
  'copy.copied': 'Copié',
  'copy.failed': 'Sélectionnez et copiez',
  'copy.code': 'code {position}',
  'copy.orderNumber': 'numéro de commande',
  'copy.trackingNumber': 'numéro de suivi',

  'find.name': 'Suivre votre commande',
  'find.title': 'Où est ma commande ?',
  'find.intro': 'Indiquez ces deux informations et nous vous enverrons le lien de votre commande.',
  'find.number': 'Numéro de commande',
  'find.numberHint': 'Il figure dans tous les messages que vous avez reçus pour cette commande.',
  'find.numberFault': 'Indiquez votre numéro de commande, par exemple 1001.',
  'find.email': 'Adresse e-mail',
  'find.emailFault': 'Indiquez l’adresse e-mail de la commande, par exemple ada@example.com.',
  'find.send': 'Recevoir le lien',
  'sent.title': 'Consultez votre messagerie',
  'sent.words':
    'Si les deux informations correspondent, nous venons d’envoyer le lien à cette adresse.',
  'sent.nothing':
    'Toujours rien après quelques minutes ? Regardez dans les courriers indésirables, ou <again>essayez un autre numéro ou une autre adresse</again>. Le même lien n’est envoyé qu’une fois toutes les dix minutes.',
  'wait.title': 'Trop d’essais',
  'wait.words':
    'Patientez {minutes, plural, =0 {un quart d’heure} one {une minute} other {# minutes}}, puis <again>réessayez</again>. Votre commande n’est pas concernée.',
  'wait.link': 'Trop d’essais. <again>Patientez un moment</again>.',
  'lost.title': 'Aucune commande ne correspond à ce lien',
  'lost.words':
    'Le lien a peut-être été coupé en chemin, ou la commande n’est plus conservée. Avec votre numéro de commande et votre adresse e-mail, vous pouvez recevoir le lien à nouveau.',
  'lost.send': 'Recevoir un nouveau lien',

  'expected.on': 'Livraison prévue {when}.',
  'expected.notLeft': 'Votre commande devait arriver {when} et n’est pas encore partie.',
  'expected.restNotLeft': 'Le reste devait arriver {when} et n’est pas encore parti.',
  'expected.message': 'Vous recevrez un message dès que nous en saurons plus.',
  'expected.untracked':
    'L’arrivée était prévue {when}. Sans numéro de suivi, personne ne peut voir où en est l’envoi : écrivez-nous s’il n’est pas arrivé.',
  'history.expected': 'Livraison prévue {when}',
  'page.updated': 'Mis à jour à {when}',
  'headline.onHold': 'Votre commande est en attente pour le moment.',
  'headline.restOnHold': 'Le reste est en attente pour le moment.',
  'headline.holdNext': 'Si nous avons besoin de vous, nous vous écrirons.',
  'headline.declinedNext': 'Rien n’est perdu : votre commande attend le paiement.',
  'headline.takenBack': 'Votre paiement précédent n’est plus pris en compte.',
  'headline.takenBackNext': 'Si vous ne vous y attendiez pas, contactez-nous.',
  'step.held': 'En attente',
  'progress.paused': 'en pause',
  'replaced.title': 'Ce lien a été remplacé',
  'replaced.words':
    'Il existe un lien plus récent vers votre commande. Nous pouvons l’envoyer à l’adresse e-mail de la commande.',
  'replaced.send': 'Recevoir le nouveau lien',
  'sent.renewed': 'Nous venons d’envoyer le nouveau lien à l’adresse e-mail de la commande.',
};
