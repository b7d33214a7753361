import type { TrackingTexts } from './en';

export const es: TrackingTexts = {
  'headline.received': 'Hemos recibido tu pedido.',
  'headline.waiting': 'Hemos recibido tu pedido y esperamos el pago.',
  'headline.waitingWire': 'Hemos recibido tu pedido y esperamos la transferencia.',
  'headline.waitingCheque': 'Hemos recibido tu pedido y esperamos el cheque.',
  'headline.waitingCash': 'Hemos recibido tu pedido y esperamos el pago en efectivo.',
  'headline.waitingTerminal': 'Hemos recibido tu pedido y esperamos el pago con tarjeta.',
  'headline.checking': 'Hemos recibido tu pedido y estamos comprobando el pago.',
  'headline.declined': 'Hemos recibido tu pedido, pero el pago no se ha completado.',
  'headline.partPaid': 'Hemos recibido tu pedido y {received} de {total}.',
  'headline.stillDue': 'Quedan por pagar {amount}.',
  'headline.arrived': 'Recibimos tu pago {when}.',
  'headline.packing': 'Estamos preparando tu pedido.',
  'headline.digital': 'Lo que compraste ya es tuyo.',
  'headline.delivered': 'Tu pedido se entregó {when}.',
  'headline.cancelled': 'Este pedido se ha cancelado.',
  'headline.refunded': 'Hemos reembolsado tu pago de {amount}.',
  'headline.partRefunded': 'Hemos reembolsado {amount} de tu pago.',
  'headline.chargedBack': 'Tu banco ha retirado el pago.',
  sentences: '{first} {second}',

  'day.today': 'hoy',
  'day.yesterday': 'ayer',
  'day.tomorrow': 'mañana',
  'day.weekday': '{weekday, select, other {el {day}}}',
  'day.date': '{dayOfMonth, select, other {el {day}}}',

  count:
    '{count, plural, =0 {ninguno} =1 {uno} =2 {dos} =3 {tres} =4 {cuatro} =5 {cinco} =6 {seis} =7 {siete} =8 {ocho} =9 {nueve} =10 {diez} other {#}}',

  'left.parcels':
    '{count, plural, one {Tu paquete salió {when}.} other {Tus {counted} paquetes salieron {when}.}}',
  'left.firstParcels':
    '{count, plural, one {Tu primer paquete salió {when}. El resto llegará después.} other {Tus {counted} primeros paquetes salieron {when}. El resto llegará después.}}',
  'left.parcelsByDays':
    '{count, plural, one {Tu paquete salió {when}.} other {Tus {counted} paquetes ya han salido, el último {when}.}}',
  'left.firstParcelsByDays':
    '{count, plural, one {Tu primer paquete salió {when}. El resto llegará después.} other {Tus {counted} primeros paquetes ya han salido, el último {when}. El resto llegará después.}}',
  'left.order': 'Tu pedido salió {when}.',
  'left.part': 'Parte de tu pedido salió {when}. El resto llegará después.',
  'left.orderByDays': 'Tu pedido ya ha salido, el último envío {when}.',
  'left.partByDays':
    'Parte de tu pedido ya ha salido, el último envío {when}. El resto llegará después.',
  'leaves.parcels':
    '{count, plural, one {Tu paquete sale {when}.} other {Tus {counted} paquetes salen {when}.}}',
  'leaves.firstParcels':
    '{count, plural, one {Tu primer paquete sale {when}. El resto llegará después.} other {Tus {counted} primeros paquetes salen {when}. El resto llegará después.}}',
  'leaves.parcelsByDays':
    '{count, plural, one {Tu paquete sale {when}.} other {Tus {counted} paquetes están saliendo, el último {when}.}}',
  'leaves.firstParcelsByDays':
    '{count, plural, one {Tu primer paquete sale {when}. El resto llegará después.} other {Tus {counted} primeros paquetes están saliendo, el último {when}. El resto llegará después.}}',
  'leaves.order': 'Tu pedido sale {when}.',
  'leaves.part': 'Parte de tu pedido sale {when}. El resto llegará después.',
  'leaves.orderByDays': 'Tu pedido está saliendo, el último envío {when}.',
  'leaves.partByDays':
    'Parte de tu pedido está saliendo, el último envío {when}. El resto llegará después.',

  'step.ordered': 'Pedido',
  'step.payment': 'Pago',
  'step.paid': 'Pagado',
  'step.packing': 'Preparación',
  'step.shipped': 'Enviado',
  'step.delivery': 'Entrega',
  'step.delivered': 'Entregado',
  'step.codes': 'Códigos',
  'step.ready': 'Listo',
  'step.paidBack': 'Reembolsado',
  'step.cancelled': 'Cancelado',
  'progress.label': 'Estado del pedido {number}',
  'progress.done': 'hecho',
  'progress.current': 'ahora',
  'progress.ahead': 'pendiente',
  'progress.stopped': 'detenido aquí',

  'page.order': 'Pedido {number}',
  'page.ordered': 'Lo que pediste',
  'page.history': 'Hasta ahora',
  'page.foot': 'Gestionado con Counterfoil.',
  'history.placed': 'Pedido realizado',
  'history.paid': 'Pago recibido',
  'history.shipped': 'Enviado',
  'history.delivered': 'Entregado',
  'history.ready': 'Listo para ti',
  'history.cancelled': 'Cancelado',

  'pay.cheque': 'Pagar con cheque',
  'pay.wire': 'Pagar por transferencia bancaria',
  'pay.cash': 'Pagar en efectivo',
  'pay.terminal': 'Pagar con tarjeta en la tienda',
  'pay.due': 'Pendiente de pago',
  'pay.reference': 'Indica tu número de pedido al pagar: {number}',

  'parcels.title': '{count, plural, =0 {Lo que ha salido} one {Tu paquete} other {Tus paquetes}}',
  'parcels.toFollow': 'Por llegar',
  'parcels.inside': 'En estos paquetes',
  'parcels.parcel': 'Paquete',
  'parcels.noNumber': 'Este paquete no tiene número de seguimiento.',
  'parcels.follow': 'Seguir este paquete',

  'codes.title': 'Tus códigos',
  'codes.ready':
    '{count, plural, one {Tu código ya está listo aquí abajo.} other {Tus códigos ya están listos aquí abajo.}}',
  'codes.follow':
    '{count, plural, one {Te daremos tu código en cuanto llegue.} other {Te daremos tus códigos en cuanto lleguen.}}',
  'codes.some':
    '{ready, plural, one {{readyWords} de tus {allWords} códigos ya está listo aquí abajo.} other {{readyWords} de tus {allWords} códigos ya están listos aquí abajo.}} {waiting, plural, one {Te daremos el último en cuanto llegue.} other {Te daremos los demás en cuanto lleguen.}}',
  'codes.show': 'Mostrar',
  'codes.showAll': 'Mostrar los {count}',
  'codes.hidden':
    '{count, plural, one {# código, oculto hasta que lo pidas.} other {# códigos, ocultos hasta que los pidas.}}',
  'codes.codeHidden': 'Código {position}, oculto',
  'codes.lineFollows':
    '{count, plural, one {Te lo daremos en cuanto llegue.} other {Te los daremos en cuanto lleguen.}}',
  'codes.moreFollow': '{count, plural, one {Falta uno más.} other {Faltan # más.}}',

  'files.title': 'Tus archivos',
  'files.version': 'Versión {value}',
  'files.download': 'Descargar',
  'files.follows': 'Llegará en cuanto esté disponible.',
  'files.none': 'No hay ningún archivo.',
  'files.ask': 'Si vuelves a necesitarlo, escribe a la tienda.',
  'files.withoutEnd': 'Sin fecha límite',
  'files.until': 'Hasta el {day}',
  'files.ended': 'Caducó el {day}',
  'files.left':
    '{count, plural, =0 {no quedan descargas} one {queda # descarga} many {quedan # de descargas} other {quedan # descargas}}',

  'sum.items': 'Artículos',
  'sum.discount': 'Descuento',
  'sum.shipping': 'Envío',
  'sum.shippingBy': 'Envío, {method}',
  'sum.tax': 'Impuestos',
  'sum.total': 'Total',
  'sum.paid': 'Pagado, {day}',
  'sum.paidBy': 'Pagado ({method}), {day}',
  'sum.notCounted': 'Ya no cuenta: pagado, {day}',
  'sum.notCountedBy': 'Ya no cuenta: pagado ({method}), {day}',
  'sum.paidBack': 'Reembolsado',
  'sum.due': 'Pendiente de pago',
  'method.cheque': 'cheque',
  'method.wire': 'transferencia bancaria',
  'method.cash': 'efectivo',
  'method.terminal': 'tarjeta',
  'method.card': '{brand} terminada en {digits}',
  'method.anyCard': 'Tarjeta terminada en {digits}',

  'copy.copy': 'Copiar',
  'copy.copied': 'Copiado',
  'copy.failed': 'Selecciónalo y cópialo',
  'copy.code': 'código {position}',
  'copy.orderNumber': 'número de pedido',
  'copy.trackingNumber': 'número de seguimiento',

  'find.name': 'Sigue tu pedido',
  'find.title': '¿Dónde está mi pedido?',
  'find.intro': 'Escribe estos dos datos y te enviaremos el enlace a tu pedido.',
  'find.number': 'Número de pedido',
  'find.numberHint': 'Aparece en todos los mensajes que recibiste sobre el pedido.',
  'find.numberFault': 'Escribe tu número de pedido, por ejemplo 1001.',
  'find.email': 'Correo electrónico',
  'find.emailFault': 'Escribe el correo electrónico del pedido, por ejemplo ada@example.com.',
  'find.send': 'Enviarme el enlace',
  'sent.title': 'Revisa tu correo',
  'sent.words': 'Si los dos datos coinciden, acabamos de enviar el enlace a esa dirección.',
  'sent.nothing':
    '¿No ha llegado nada en unos minutos? Mira en la carpeta de correo no deseado o <again>prueba con otro número o dirección</again>. El mismo enlace se envía una vez cada diez minutos.',
  'wait.title': 'Demasiados intentos',
  'wait.words':
    'Espera {minutes, plural, =0 {un cuarto de hora} one {un minuto} other {# minutos}} y <again>vuelve a intentarlo</again>. Tu pedido no se ve afectado.',
  'wait.link': 'Demasiados intentos. <again>Espera un momento</again>.',
  'lost.title': 'No hay ningún pedido en este enlace',
  'lost.words':
    'Puede que el enlace se haya cortado por el camino o que el pedido ya no se conserve. Con tu número de pedido y tu correo electrónico puedes recibir el enlace otra vez.',
  'lost.send': 'Enviarme un enlace nuevo',

  'expected.on': 'Debería llegar {when}.',
  'expected.notLeft': 'Tu pedido debía llegar {when} y todavía no ha salido.',
  'expected.restNotLeft': 'El resto debía llegar {when} y todavía no ha salido.',
  'expected.message': 'Te escribiremos en cuanto sepamos más.',
  'expected.untracked':
    'Debía llegar {when}. No tiene número de seguimiento, así que nadie puede consultar dónde está: escríbenos si no ha llegado.',
  'history.expected': 'Llegada prevista {when}',
  'page.updated': 'Actualizado a las {when}',
  'headline.onHold': 'Tu pedido está en espera por ahora.',
  'headline.restOnHold': 'El resto está en espera por ahora.',
  'headline.holdNext': 'Si necesitamos algo de ti, te escribiremos.',
  'headline.declinedNext': 'No se ha perdido nada: tu pedido espera el pago.',
  'headline.takenBack': 'Tu pago anterior ya no cuenta.',
  'headline.takenBackNext': 'Si no lo esperabas, pregúntanos.',
  'step.held': 'En espera',
  'progress.paused': 'en pausa',
  'replaced.title': 'Este enlace ha sido sustituido',
  'replaced.words':
    'Hay un enlace más nuevo a tu pedido. Podemos enviarlo a la dirección de correo del pedido.',
  'replaced.send': 'Enviarme el enlace nuevo',
  'sent.renewed': 'Acabamos de enviar el enlace nuevo a la dirección de correo del pedido.',
};
