import type { MailTexts } from './en';

export const es: MailTexts = {
  'subject.orderReceived': '{shop}: pedido {number} recibido',
  'subject.paid': '{shop}: pago del pedido {number} recibido',
  'subject.codes': '{shop}: códigos del pedido {number}',
  'subject.shipped': '{shop}: tu pedido {number} está en camino',
  'subject.cancelled': '{shop}: pedido {number} cancelado',
  'subject.codeReplaced': '{shop}: un código nuevo para el pedido {number}',

  'greeting.name': 'Hola, {name}:',
  'greeting.nobody': 'Hola:',
  'frame.order': 'Pedido {number}',
  'frame.orderPage': 'La página de tu pedido:',
  'frame.reply': '¿Alguna pregunta? Responde a este correo.',
  'text.heading': '{label}:',
  'text.pair': '{label}: {value}',
  sentences: '{first} {second}',
  count:
    '{count, plural, =0 {ningún} =1 {un} =2 {dos} =3 {tres} =4 {cuatro} =5 {cinco} =6 {seis} =7 {siete} =8 {ocho} =9 {nueve} =10 {diez} other {#}}',

  'received.heading': 'Gracias por tu pedido',
  'received.paid': 'Hemos recibido tu pedido {number} del {date}.',
  'received.waiting':
    'Hemos recibido tu pedido {number} del {date}. Te escribiremos en cuanto se confirme el pago.',
  'received.payFirst':
    'Hemos recibido tu pedido {number} del {date}. Empezaremos a prepararlo en cuanto llegue el pago.',
  'received.howToPay': 'Cómo pagar',
  'received.yourOrder': 'Tu pedido',
  'received.follow': 'Seguir tu pedido',

  'paid.heading': 'Hemos recibido tu pago',
  'paid.arrived': 'Gracias. El {date} recibimos {amount} por tu pedido {number}.',
  'paid.arrivedBy': 'Gracias. El {date} recibimos {amount} por tu pedido {number} ({method}).',
  'paid.willShip': 'Estamos preparando tu pedido y te escribiremos cuando salga.',
  'paid.codesHeading': 'Ya están aquí tus códigos',
  'paid.codesHere': 'Estos son los códigos de tu pedido {number}.',
  'paid.yourCodes': 'Tus códigos',
  'paid.yourDownloads': 'Tus descargas',
  'paid.onOrderPage':
    '{count, plural, one {Tu descarga está en la página de tu pedido} other {Tus descargas están en la página de tu pedido}}',
  'paid.yourOrder': 'Tu pedido',
  'paid.seeOrder': 'Ver tu pedido',

  'shipped.heading': 'Tu pedido está en camino',
  'shipped.left':
    '{count, plural, one {El paquete de tu pedido {number} salió el {date}.} other {Los {counted} paquetes de tu pedido {number} salieron el {date}.}}',
  'shipped.restFollows': 'El resto de tu pedido llegará después; te escribiremos cuando salga.',
  'shipped.noteFrom': 'Una nota de {shop}',
  'shipped.parcels': '{count, plural, one {Tu paquete} other {Tus paquetes}}',
  'shipped.inside': 'Contenido',
  'shipped.toFollow': 'Por llegar',
  'shipped.follow': 'Seguir tu pedido',

  'cancelled.heading': 'Tu pedido se ha cancelado',
  'cancelled.opening': 'Tu pedido {number} de {amount} se canceló el {date}.',
  'cancelled.reason': 'El motivo',
  'cancelled.yourPayment': 'Tu pago',
  'cancelled.refund':
    'El reembolso de {amount} está previsto. El plazo depende de la forma de pago.',
  'cancelled.items': 'Lo que se canceló',
  'cancelled.notWanted': '¿No es lo que querías? Responde a este correo y lo arreglaremos.',
  'cancelled.seeOrder': 'Ver tu pedido',

  'replaced.heading': 'Un código nuevo para ti',
  'replaced.opening':
    'Uno de los códigos de tu pedido {number} no funcionaba, así que lo hemos cambiado. Sentimos las molestias.',
  'replaced.yourCodes': 'Tus códigos ahora',
  'replaced.seeOrder': 'Ver tu pedido',

  'codes.allFollow': 'Te daremos tus códigos en cuanto lleguen.',
  'codes.someFollow':
    '{count, plural, one {Te daremos un código más en cuanto llegue.} other {Te daremos # códigos más en cuanto lleguen.}}',

  'parcel.title': '{count, plural, one {Paquete} other {Paquete {position} de {count}}}',
  'parcel.line':
    '{label}{hasCarrier, select, true { con {carrier}} other {}}{hasNumber, select, true {, número de seguimiento {number}} other {, sin número de seguimiento}}',
  'parcel.noNumber': 'Este paquete no tiene número de seguimiento.',
  'parcel.follow': 'Seguir este paquete',
  'parcel.followWith': 'Seguirlo con {carrier}',

  'payment.cheque': 'Con cheque',
  'payment.wire': 'Por transferencia bancaria',
  'payment.cash': 'En efectivo',
  'payment.terminal': 'Con tarjeta en la tienda',
  'payment.reference': 'Indica tu número de pedido, {number}, al pagar.',
  'payment.line': '{method}: {amount}.',
  'method.cheque': 'cheque',
  'method.wire': 'transferencia bancaria',
  'method.cash': 'efectivo',
  'method.terminal': 'tarjeta',
  'method.card': '{brand} terminada en {digits}',
  'method.anyCard': 'tarjeta terminada en {digits}',

  'lines.item': 'Artículo',
  'lines.amount': 'Importe',
  'lines.each': '{price} cada uno',
  'totals.items': 'Artículos',
  'totals.discount': 'Descuento',
  'totals.shipping': 'Envío',
  'totals.shippingBy': 'Envío, {method}',
  'totals.tax': 'Impuestos',
  'totals.grand': 'Total',
  'address.both': 'Dirección de entrega y facturación',
  'address.delivery': 'Dirección de entrega',
  'address.billing': 'Dirección de facturación',

  'subject.signInLink': '{shop}: tu enlace para entrar',
  'signIn.heading': 'Tu enlace para entrar',
  'signIn.opening':
    'Pulsa el botón para ver tus pedidos en {shop}. El enlace sirve una sola vez y durante media hora.',
  'signIn.button': 'Entrar',
  'signIn.address': 'Si el botón no hace nada, abre esta dirección:',
  'signIn.notYou':
    '¿No lo has pedido tú? Entonces no hay nada que hacer: sin este enlace no entra nadie.',
  'subject.requestAnswered': '{shop}: nuestra respuesta sobre el pedido {number}',
  'answered.heading': 'Nuestra respuesta',
  'answered.cancelRefused':
    'El {date} nos pediste que canceláramos tu pedido {number}. No ha sido posible.',
  'answered.cancelLeft':
    'El {date} nos pediste que canceláramos tu pedido {number}. Salió antes de que pudiéramos hacerlo. Si ya no lo quieres, responde a este correo.',
  'answered.notReceived': 'El {date} nos dijiste que tu pedido {number} no ha llegado.',
  'answered.answer': 'Nuestra respuesta',
  'answered.seeOrder': 'Ver tu pedido',
  'subject.late': '{shop}: tu pedido {number} se retrasa',
  'subject.newDay': '{shop}: nueva fecha para tu pedido {number}',
  'paid.expected': 'Debería llegarte el {date}.',
  'late.heading': 'Tu pedido se retrasa',
  'late.notLeft':
    'Tu pedido {number} debía llegarte el {date}. Ese día ha pasado y el pedido todavía no ha salido. Lo sentimos.',
  'late.partLeft':
    'Tu pedido {number} debía llegarte el {date}. Ese día ha pasado y una parte todavía no ha salido. Lo sentimos.',
  'late.told':
    'Este mensaje se envía automáticamente. Nosotros también hemos recibido el aviso y te escribiremos con una nueva fecha.',
  'late.newDayHeading': 'Una nueva fecha para tu pedido',
  'late.newDay':
    'Tu pedido {number} tarda más de lo que dijimos: ahora esperamos que te llegue el {date}. Lo sentimos.',
  'late.waiting': 'Lo que todavía no ha salido',
};
