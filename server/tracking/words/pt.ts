import type { TrackingTexts } from './en';

/** Words that are at home in Portugal and in Brazil alike. */
export const pt: TrackingTexts = {
  'headline.received': 'Recebemos o seu pedido.',
  'headline.waiting': 'Recebemos o seu pedido e aguardamos o pagamento.',
  'headline.waitingWire': 'Recebemos o seu pedido e aguardamos a transferência.',
  'headline.waitingCheque': 'Recebemos o seu pedido e aguardamos o cheque.',
  'headline.waitingCash': 'Recebemos o seu pedido e aguardamos o pagamento em dinheiro.',
  'headline.waitingTerminal': 'Recebemos o seu pedido e aguardamos o pagamento com cartão.',
  'headline.checking': 'Recebemos o seu pedido e o pagamento está em verificação.',
  'headline.declined': 'Recebemos o seu pedido, mas o pagamento não foi concluído.',
  'headline.partPaid': 'Recebemos o seu pedido e {received} de {total}.',
  'headline.stillDue': 'Falta pagar {amount}.',
  'headline.arrived': 'Recebemos o seu pagamento {when}.',
  'headline.packing': 'O seu pedido está em preparação.',
  'headline.digital': 'A sua compra já é sua.',
  'headline.delivered': 'O seu pedido foi entregue {when}.',
  'headline.cancelled': 'Este pedido foi cancelado.',
  'headline.refunded': 'O seu pagamento de {amount} foi reembolsado.',
  'headline.partRefunded': 'Do seu pagamento, foi reembolsado o valor de {amount}.',
  'headline.chargedBack': 'O seu banco retirou o pagamento.',
  sentences: '{first} {second}',

  'day.today': 'hoje',
  'day.yesterday': 'ontem',
  'day.tomorrow': 'amanhã',
  'day.weekday': '{weekday, select, 0 {no {day}} 6 {no {day}} other {na {day}}}',
  'day.date': '{dayOfMonth, select, other {em {day}}}',

  count:
    '{count, plural, =0 {nenhum} =1 {um} =2 {dois} =3 {três} =4 {quatro} =5 {cinco} =6 {seis} =7 {sete} =8 {oito} =9 {nove} =10 {dez} other {#}}',

  'left.parcels':
    '{count, plural, one {O seu pacote saiu {when}.} other {Os seus {counted} pacotes saíram {when}.}}',
  'left.firstParcels':
    '{count, plural, one {O seu primeiro pacote saiu {when}. O resto segue depois.} other {Os seus {counted} primeiros pacotes saíram {when}. O resto segue depois.}}',
  'left.parcelsByDays':
    '{count, plural, one {O seu pacote saiu {when}.} other {Os seus {counted} pacotes já saíram, o último {when}.}}',
  'left.firstParcelsByDays':
    '{count, plural, one {O seu primeiro pacote saiu {when}. O resto segue depois.} other {Os seus {counted} primeiros pacotes já saíram, o último {when}. O resto segue depois.}}',
  'left.order': 'O seu pedido saiu {when}.',
  'left.part': 'Parte do seu pedido saiu {when}. O resto segue depois.',
  'left.orderByDays': 'O seu pedido já saiu, o último envio {when}.',
  'left.partByDays': 'Parte do seu pedido já saiu, o último envio {when}. O resto segue depois.',
  'leaves.parcels':
    '{count, plural, one {O seu pacote sai {when}.} other {Os seus {counted} pacotes saem {when}.}}',
  'leaves.firstParcels':
    '{count, plural, one {O seu primeiro pacote sai {when}. O resto segue depois.} other {Os seus {counted} primeiros pacotes saem {when}. O resto segue depois.}}',
  'leaves.parcelsByDays':
    '{count, plural, one {O seu pacote sai {when}.} other {Os seus {counted} pacotes estão de saída, o último {when}.}}',
  'leaves.firstParcelsByDays':
    '{count, plural, one {O seu primeiro pacote sai {when}. O resto segue depois.} other {Os seus {counted} primeiros pacotes estão de saída, o último {when}. O resto segue depois.}}',
  'leaves.order': 'O seu pedido sai {when}.',
  'leaves.part': 'Parte do seu pedido sai {when}. O resto segue depois.',
  'leaves.orderByDays': 'O seu pedido está de saída, o último envio {when}.',
  'leaves.partByDays':
    'Parte do seu pedido está de saída, o último envio {when}. O resto segue depois.',

  'step.ordered': 'Pedido',
  'step.payment': 'Pagamento',
  'step.paid': 'Pago',
  'step.packing': 'Preparação',
  'step.shipped': 'Enviado',
  'step.delivery': 'Entrega',
  'step.delivered': 'Entregue',
  'step.codes': 'Códigos',
  'step.ready': 'Pronto',
  'step.paidBack': 'Reembolsado',
  'step.cancelled': 'Cancelado',
  'progress.label': 'Andamento do pedido {number}',
  'progress.done': 'concluído',
  'progress.current': 'agora',
  'progress.ahead': 'por vir',
  'progress.stopped': 'interrompido aqui',

  'page.order': 'Pedido {number}',
  'page.ordered': 'O pedido em detalhe',
  'page.history': 'Até agora',
  'page.foot': 'Feito com Counterfoil.',
  'history.placed': 'Pedido feito',
  'history.paid': 'Pagamento recebido',
  'history.shipped': 'Enviado',
  'history.delivered': 'Entregue',
  'history.ready': 'Já disponível',
  'history.cancelled': 'Cancelado',

  'pay.cheque': 'Pagar com cheque',
  'pay.wire': 'Pagar por transferência bancária',
  'pay.cash': 'Pagar em dinheiro',
  'pay.terminal': 'Pagar com cartão na loja',
  'pay.due': 'Por pagar',
  'pay.reference': 'Indique o número do pedido ao pagar: {number}',

  'parcels.title': '{count, plural, =0 {O que já saiu} one {O seu pacote} other {Os seus pacotes}}',
  'parcels.toFollow': 'Ainda por enviar',
  'parcels.inside': 'Nestes pacotes',
  'parcels.parcel': 'Pacote',
  'parcels.noNumber': 'Este pacote não tem número de rastreio.',
  'parcels.follow': 'Acompanhar este pacote',

  'codes.title': 'Os seus códigos',
  'codes.ready':
    '{count, plural, one {O seu código está pronto abaixo.} other {Os seus códigos estão prontos abaixo.}}',
  'codes.follow':
    '{count, plural, one {O seu código segue assim que chegar.} other {Os seus códigos seguem assim que chegarem.}}',
  'codes.some':
    '{ready, plural, one {{readyWords} dos seus {allWords} códigos está pronto abaixo.} other {{readyWords} dos seus {allWords} códigos estão prontos abaixo.}} {waiting, plural, one {O último segue assim que chegar.} other {Os outros seguem assim que chegarem.}}',
  'codes.show': 'Mostrar',
  'codes.showAll': 'Mostrar os {count}',
  'codes.hidden':
    '{count, plural, one {# código, oculto até que o peça.} other {# códigos, ocultos até que os peça.}}',
  'codes.codeHidden': 'Código {position}, oculto',
  'codes.lineFollows':
    '{count, plural, one {Segue assim que chegar.} other {Seguem assim que chegarem.}}',
  'codes.moreFollow': '{count, plural, one {Falta mais um.} other {Faltam mais #.}}',

  'files.title': 'Os seus downloads',
  'files.version': 'Versão {value}',
  'files.download': 'Transferir',
  'files.follows': 'Segue assim que estiver disponível.',
  'files.none': 'Não há nenhum ficheiro.',
  'files.ask': 'Se precisar dele de novo, fale com a loja.',
  'files.withoutEnd': 'Sem prazo',
  'files.until': 'Até {day}',
  'files.ended': 'Expirou em {day}',
  'files.left':
    '{count, plural, =0 {sem downloads restantes} one {resta # download} many {restam # de downloads} other {restam # downloads}}',

  'sum.items': 'Itens',
  'sum.discount': 'Desconto',
  'sum.shipping': 'Envio',
  'sum.shippingBy': 'Envio, {method}',
  'sum.tax': 'Impostos',
  'sum.total': 'Total',
  'sum.paid': 'Pago, {day}',
  'sum.paidBy': 'Pago ({method}), {day}',
  'sum.notCounted': 'Já não conta: pago, {day}',
  'sum.notCountedBy': 'Já não conta: pago ({method}), {day}',
  'sum.paidBack': 'Reembolsado',
  'sum.due': 'Por pagar',
  'method.cheque': 'cheque',
  'method.wire': 'transferência bancária',
  'method.cash': 'dinheiro',
  'method.terminal': 'cartão',
  'method.card': '{brand} com final {digits}',
  'method.anyCard': 'Cartão com final {digits}',

  'copy.copy': 'Copiar',
  'copy.copied': 'Copiado',
  'copy.failed': 'Selecione e copie',
  'copy.code': 'código {position}',
  'copy.orderNumber': 'número do pedido',
  'copy.trackingNumber': 'número de rastreio',

  'find.name': 'Acompanhe o seu pedido',
  'find.title': 'Onde está o meu pedido?',
  'find.intro': 'Indique estes dois dados e enviaremos o link do seu pedido.',
  'find.number': 'Número do pedido',
  'find.numberHint': 'Está em todas as mensagens que recebeu sobre o pedido.',
  'find.numberFault': 'Indique o número do pedido, por exemplo 1001.',
  'find.email': 'Endereço de e-mail',
  'find.emailFault': 'Indique o e-mail do pedido, por exemplo ada@example.com.',
  'find.send': 'Enviar o link',
  'sent.title': 'Veja o seu e-mail',
  'sent.words': 'Se os dois dados coincidirem, o link foi enviado agora mesmo para esse endereço.',
  'sent.nothing':
    'Nada após alguns minutos? Veja na pasta de spam ou <again>tente outro número ou endereço</again>. O mesmo link é enviado uma vez a cada dez minutos.',
  'wait.title': 'Muitas tentativas',
  'wait.words':
    'Aguarde {minutes, plural, =0 {um quarto de hora} one {um minuto} other {# minutos}} e <again>tente de novo</again>. O seu pedido não é afetado.',
  'wait.link': 'Muitas tentativas. <again>Aguarde um momento</again>.',
  'lost.title': 'Não há nenhum pedido neste link',
  'lost.words':
    'O link pode ter sido cortado pelo caminho, ou o pedido já não está guardado. Com o número do pedido e o seu e-mail, pode receber o link de novo.',
  'lost.send': 'Receber um novo link',

  'expected.on': 'Deve chegar {when}.',
  'expected.notLeft': 'O seu pedido devia ter chegado {when} e ainda não saiu.',
  'expected.restNotLeft': 'O resto devia ter chegado {when} e ainda não saiu.',
  'expected.message': 'Receberá uma mensagem assim que soubermos mais.',
  'expected.untracked':
    'Devia ter chegado {when}. Não tem número de rastreio, por isso ninguém pode ver onde está: escreva-nos se não tiver chegado.',
  'history.expected': 'Deve chegar {when}',
  'page.updated': 'Atualizado às {when}',
  'headline.onHold': 'O seu pedido está em espera por agora.',
  'headline.restOnHold': 'O resto está em espera por agora.',
  'headline.holdNext': 'Se precisarmos de algo, escrevemos-lhe.',
  'headline.declinedNext': 'Nada se perdeu: o seu pedido aguarda o pagamento.',
  'headline.takenBack': 'O seu pagamento anterior já não conta.',
  'headline.takenBackNext': 'Se não contava com isto, fale connosco.',
  'step.held': 'Em espera',
  'progress.paused': 'em pausa',
  'replaced.title': 'Este link foi substituído',
  'replaced.words':
    'Existe um link mais recente para o seu pedido. Podemos enviá-lo para o e-mail do pedido.',
  'replaced.send': 'Enviar o novo link',
  'sent.renewed': 'Acabámos de enviar o novo link para o e-mail do pedido.',
};
