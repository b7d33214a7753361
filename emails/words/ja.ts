import type { MailTexts } from './en';

export const ja: MailTexts = {
  'subject.orderReceived': '【{shop}】ご注文{number}を承りました',
  'subject.paid': '【{shop}】ご注文{number}のお支払いを確認しました',
  'subject.codes': '【{shop}】ご注文{number}のコードをお届けします',
  'subject.shipped': '【{shop}】ご注文{number}の商品を発送しました',
  'subject.cancelled': '【{shop}】ご注文{number}はキャンセルされました',
  'subject.codeReplaced': '【{shop}】ご注文{number}の新しいコード',

  'greeting.name': '{name} 様',
  'greeting.nobody': 'お客様',
  'frame.order': 'ご注文 {number}',
  'frame.orderPage': 'ご注文ページ：',
  'frame.reply': 'ご不明な点は、このメールにご返信ください。',
  'text.heading': '{label}：',
  'text.pair': '{label}：{value}',
  sentences: '{first}{second}',
  count: '{count, number}',

  'received.heading': 'ご注文ありがとうございます',
  'received.paid': '{date}のご注文{number}を承りました。',
  'received.waiting':
    '{date}のご注文{number}を承りました。お支払いを確認でき次第、あらためてご連絡いたします。',
  'received.payFirst':
    '{date}のご注文{number}を承りました。お支払いを確認でき次第、準備を始めます。',
  'received.howToPay': 'お支払い方法',
  'received.yourOrder': 'ご注文内容',
  'received.follow': 'ご注文の状況を見る',

  'paid.heading': 'お支払いを確認しました',
  'paid.arrived':
    'ありがとうございます。{date}に、ご注文{number}のお支払い{amount}を確認しました。',
  'paid.arrivedBy':
    'ありがとうございます。{date}に、ご注文{number}のお支払い{amount}を確認しました（{method}）。',
  'paid.willShip': 'ただいま商品を準備しております。発送しましたら、あらためてご連絡いたします。',
  'paid.codesHeading': 'コードをお届けします',
  'paid.codesHere': 'ご注文{number}のコードです。',
  'paid.yourCodes': 'コード',
  'paid.yourDownloads': 'ダウンロード',
  'paid.onOrderPage': '{count, plural, other {ダウンロードはご注文ページから行えます}}',
  'paid.yourOrder': 'ご注文内容',
  'paid.seeOrder': 'ご注文を見る',

  'shipped.heading': '商品を発送しました',
  'shipped.left':
    '{count, plural, =1 {ご注文{number}の商品を{date}に発送しました。} other {ご注文{number}の商品を{counted}個のお荷物で{date}に発送しました。}}',
  'shipped.restFollows': '残りの商品は、発送しましたらあらためてご連絡いたします。',
  'shipped.noteFrom': '{shop}からのメッセージ',
  'shipped.parcels': '{count, plural, other {お荷物}}',
  'shipped.inside': 'お荷物の内容',
  'shipped.toFollow': 'これから発送する商品',
  'shipped.follow': 'ご注文の状況を見る',

  'cancelled.heading': 'ご注文はキャンセルされました',
  'cancelled.opening': 'ご注文{number}（{amount}）は{date}にキャンセルされました。',
  'cancelled.reason': '理由',
  'cancelled.yourPayment': 'お支払いについて',
  'cancelled.refund':
    '{amount}を返金する手続きをいたします。返金の時期はお支払い方法によって異なります。',
  'cancelled.items': 'キャンセルされた商品',
  'cancelled.notWanted':
    'お心当たりのない場合は、このメールにご返信ください。すぐに対応いたします。',
  'cancelled.seeOrder': 'ご注文を見る',

  'replaced.heading': '新しいコードをお送りします',
  'replaced.opening':
    'ご注文{number}のコードの一つが正しく機能しなかったため、交換いたしました。ご迷惑をおかけして申し訳ございません。',
  'replaced.yourCodes': '現在のコード',
  'replaced.seeOrder': 'ご注文を見る',

  'codes.allFollow': 'コードは届き次第お渡しします。',
  'codes.someFollow': '{count, plural, other {残り#件のコードは届き次第お渡しします。}}',

  'parcel.title': '{count, plural, =1 {お荷物} other {お荷物 {position}／{count}}}',
  'parcel.line':
    '{label}{hasCarrier, select, true {（{carrier}）} other {}}{hasNumber, select, true {、追跡番号 {number}} other {、追跡番号なし}}',
  'parcel.noNumber': 'このお荷物には追跡番号がありません。',
  'parcel.follow': '荷物を追跡する',
  'parcel.followWith': '{carrier}で追跡する',

  'payment.cheque': '小切手でのお支払い',
  'payment.wire': '銀行振込でのお支払い',
  'payment.cash': '現金でのお支払い',
  'payment.terminal': '店頭でのカード払い',
  'payment.reference': 'お支払いの際は、注文番号{number}をお知らせください。',
  'payment.line': '{method}：{amount}。',
  'method.cheque': '小切手',
  'method.wire': '銀行振込',
  'method.cash': '現金',
  'method.terminal': 'カード',
  'method.card': '{brand}、末尾{digits}',
  'method.anyCard': 'カード、末尾{digits}',

  'lines.item': '商品',
  'lines.amount': '金額',
  'lines.each': '単価 {price}',
  'totals.items': '商品',
  'totals.discount': '割引',
  'totals.shipping': '送料',
  'totals.shippingBy': '送料（{method}）',
  'totals.tax': '税',
  'totals.grand': '合計',
  'address.both': 'お届け先・ご請求先',
  'address.delivery': 'お届け先',
  'address.billing': 'ご請求先',

  'subject.signInLink': '【{shop}】ログイン用リンク',
  'signIn.heading': 'ログイン用リンク',
  'signIn.opening':
    'ボタンを押すと、{shop}でのご注文をご覧いただけます。リンクは30分以内に1回だけ使えます。',
  'signIn.button': 'ログイン',
  'signIn.address': 'ボタンが動かないときは、次のアドレスを開いてください：',
  'signIn.notYou':
    'お心当たりがない場合は、何もする必要はありません。このリンクがなければ誰もログインできません。',
  'subject.requestAnswered': '【{shop}】ご注文{number}についての回答',
  'answered.heading': 'お問い合わせへの回答',
  'answered.cancelRefused':
    '{date}にご注文{number}のキャンセルをご依頼いただきましたが、お受けできませんでした。',
  'answered.cancelLeft':
    '{date}にご注文{number}のキャンセルをご依頼いただきましたが、お手続きの前に発送されました。ご不要の場合は、このメールにご返信ください。',
  'answered.notReceived': '{date}に、ご注文{number}が届いていないとのご連絡をいただきました。',
  'answered.answer': '当店からの回答',
  'answered.seeOrder': 'ご注文を見る',
  'subject.late': '【{shop}】ご注文{number}のお届けが遅れています',
  'subject.newDay': '【{shop}】ご注文{number}の新しいお届け予定日',
  'paid.expected': 'お届けは{date}の予定です。',
  'late.heading': 'お届けが遅れております',
  'late.notLeft':
    'ご注文{number}は{date}にお届けの予定でしたが、その日を過ぎてもまだ発送されておりません。申し訳ございません。',
  'late.partLeft':
    'ご注文{number}は{date}にお届けの予定でしたが、その日を過ぎても一部の商品がまだ発送されておりません。申し訳ございません。',
  'late.told':
    'このメールは自動で送信しております。当店にも知らせが届いており、新しい予定日をあらためてご連絡いたします。',
  'late.newDayHeading': '新しいお届け予定日',
  'late.newDay':
    'ご注文{number}のお届けに、お伝えした日よりも時間がかかっております。新しいお届け予定日は{date}です。申し訳ございません。',
  'late.waiting': 'まだ発送していない商品',
};
