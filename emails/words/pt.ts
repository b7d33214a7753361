import type { MailTexts } from './en';

/** Words that are at home in Portugal and in Brazil alike. */
export const pt: MailTexts = {
  'subject.orderReceived': '{shop}: pedido {number} recebido',
  'subject.paid': '{shop}: pagamento do pedido {number} recebido',
  'subject.codes': '{shop}: códigos do pedido {number}',
  'subject.shipped': '{shop}: o pedido {number} está a caminho',
  'subject.cancelled': '{shop}: pedido {number} cancelado',
  'subject.codeReplaced': '{shop}: um novo código para o pedido {number}',

  'greeting.name': 'Olá, {name}!',
  'greeting.nobody': 'Olá!',
  'frame.order': 'Pedido {number}',
  'frame.orderPage': 'A página do seu pedido:',
  'frame.reply': 'Dúvidas? Basta responder a este e-mail.',
  'text.heading': '{label}:',
  'text.pair': '{label}: {value}',
  sentences: '{first} {second}',
  count:
    '{count, plural, =0 {nenhum} =1 {um} =2 {dois} =3 {três} =4 {quatro} =5 {cinco} =6 {seis} =7 {sete} =8 {oito} =9 {nove} =10 {dez} other {#}}',

  'received.heading': 'Obrigado pelo seu pedido',
  'received.paid': 'Recebemos o seu pedido {number} de {date}.',
  'received.waiting':
    'Recebemos o seu pedido {number} de {date}. Voltaremos a escrever assim que o pagamento for confirmado.',
  'received.payFirst':
    'Recebemos o seu pedido {number} de {date}. Começaremos a prepará-lo assim que o pagamento chegar.',
  'received.howToPay': 'Como pagar',
  'received.yourOrder': 'O seu pedido',
  'received.follow': 'Acompanhar o pedido',

  'paid.heading': 'Recebemos o seu pagamento',
  'paid.arrived': 'Obrigado. Recebemos {amount} pelo seu pedido {number} em {date}.',
  'paid.arrivedBy': 'Obrigado. Recebemos {amount} pelo seu pedido {number} em {date} ({method}).',
  'paid.willShip': 'O seu pedido está em preparação. Voltaremos a escrever quando sair.',
  'paid.codesHeading': 'Os seus códigos chegaram',
  'paid.codesHere': 'Estes são os códigos do seu pedido {number}.',
  'paid.yourCodes': 'Os seus códigos',
  'paid.yourDownloads': 'Os seus downloads',
  'paid.onOrderPage':
    '{count, plural, one {O seu download está na página do pedido} other {Os seus downloads estão na página do pedido}}',
  'paid.yourOrder': 'O seu pedido',
  'paid.seeOrder': 'Ver o pedido',

  'shipped.heading': 'O seu pedido está a caminho',
  'shipped.left':
    '{count, plural, one {O pacote do seu pedido {number} já saiu ({date}).} other {Os {counted} pacotes do seu pedido {number} já saíram ({date}).}}',
  'shipped.restFollows': 'O resto do pedido segue depois; voltaremos a escrever quando sair.',
  'shipped.noteFrom': 'Uma mensagem de {shop}',
  'shipped.parcels': '{count, plural, one {O seu pacote} other {Os seus pacotes}}',
  'shipped.inside': 'Conteúdo',
  'shipped.toFollow': 'Ainda por enviar',
  'shipped.follow': 'Acompanhar o pedido',

  'cancelled.heading': 'O seu pedido foi cancelado',
  'cancelled.opening': 'O seu pedido {number} de {amount} foi cancelado em {date}.',
  'cancelled.reason': 'O motivo',
  'cancelled.yourPayment': 'O seu pagamento',
  'cancelled.refund':
    'O reembolso de {amount} está previsto. O prazo depende da forma de pagamento.',
  'cancelled.items': 'O que foi cancelado',
  'cancelled.notWanted': 'Não era o que queria? Responda a este e-mail e resolveremos.',
  'cancelled.seeOrder': 'Ver o pedido',

  'replaced.heading': 'Um novo código',
  'replaced.opening':
    'Um dos códigos do seu pedido {number} não funcionava e foi substituído. Lamentamos o transtorno.',
  'replaced.yourCodes': 'Os seus códigos agora',
  'replaced.seeOrder': 'Ver o pedido',

  'codes.allFollow': 'Os seus códigos seguem assim que chegarem.',
  'codes.someFollow':
    '{count, plural, one {Mais um código segue assim que chegar.} other {Mais # códigos seguem assim que chegarem.}}',

  'parcel.title': '{count, plural, one {Pacote} other {Pacote {position} de {count}}}',
  'parcel.line':
    '{label}{hasCarrier, select, true { com {carrier}} other {}}{hasNumber, select, true {, número de rastreio {number}} other {, sem número de rastreio}}',
  'parcel.noNumber': 'Este pacote não tem número de rastreio.',
  'parcel.follow': 'Acompanhar este pacote',
  'parcel.followWith': 'Acompanhar com {carrier}',

  'payment.cheque': 'Com cheque',
  'payment.wire': 'Por transferência bancária',
  'payment.cash': 'Em dinheiro',
  'payment.terminal': 'Com cartão na loja',
  'payment.reference': 'Indique o número do pedido, {number}, ao pagar.',
  'payment.line': '{method}: {amount}.',
  'method.cheque': 'cheque',
  'method.wire': 'transferência bancária',
  'method.cash': 'dinheiro',
  'method.terminal': 'cartão',
  'method.card': '{brand} com final {digits}',
  'method.anyCard': 'cartão com final {digits}',

  'lines.item': 'Item',
  'lines.amount': 'Valor',
  'lines.each': '{price} cada',
  'totals.items': 'Itens',
  'totals.discount': 'Desconto',
  'totals.shipping': 'Envio',
  'totals.shippingBy': 'Envio, {method}',
  'totals.tax': 'Impostos',
  'totals.grand': 'Total',
  'address.both': 'Endereço de entrega e cobrança',
  'address.delivery': 'Endereço de entrega',
  'address.billing': 'Endereço de cobrança',

  'subject.signInLink': '{shop}: o seu link para entrar',
  'signIn.heading': 'O seu link para entrar',
  'signIn.opening':
    'Clique no botão para ver os seus pedidos em {shop}. O link serve uma só vez, durante meia hora.',
  'signIn.button': 'Entrar',
  'signIn.address': 'Se o botão não fizer nada, abra este endereço:',
  'signIn.notYou': 'Não pediu isto? Então não há nada a fazer: sem este link ninguém entra.',
  'subject.requestAnswered': '{shop}: a nossa resposta sobre o pedido {number}',
  'answered.heading': 'A nossa resposta',
  'answered.cancelRefused':
    'Em {date} solicitou o cancelamento do seu pedido {number}. Não foi possível.',
  'answered.cancelLeft':
    'Em {date} solicitou o cancelamento do seu pedido {number}. O pedido saiu antes que isso fosse possível. Se já não o quiser, responda a este e-mail.',
  'answered.notReceived': 'Em {date} disse-nos que o seu pedido {number} não chegou.',
  'answered.answer': 'A nossa resposta',
  'answered.seeOrder': 'Ver o pedido',
  'subject.late': '{shop}: o pedido {number} está atrasado',
  'subject.newDay': '{shop}: uma nova data para o pedido {number}',
  'paid.expected': 'A chegada está prevista para {date}.',
  'late.heading': 'O seu pedido está atrasado',
  'late.notLeft':
    'A chegada do seu pedido {number} estava prevista para {date}. Esse dia passou e o pedido ainda não saiu. Pedimos desculpa.',
  'late.partLeft':
    'A chegada do seu pedido {number} estava prevista para {date}. Esse dia passou e uma parte ainda não saiu. Pedimos desculpa.',
  'late.told':
    'Esta mensagem foi enviada automaticamente. Também fomos avisados e voltaremos a escrever com uma nova data.',
  'late.newDayHeading': 'Uma nova data para o seu pedido',
  'late.newDay':
    'O seu pedido {number} demora mais do que dissemos: a chegada está agora prevista para {date}. Pedimos desculpa.',
  'late.waiting': 'O que ainda não saiu',
};
