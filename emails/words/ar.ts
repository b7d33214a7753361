import type { MailTexts } from './en';

export const ar: MailTexts = {
  'subject.orderReceived': '{shop}: تم استلام الطلب {number}',
  'subject.paid': '{shop}: وصلت دفعة الطلب {number}',
  'subject.codes': '{shop}: رموز الطلب {number}',
  'subject.shipped': '{shop}: الطلب {number} في الطريق إليك',
  'subject.cancelled': '{shop}: تم إلغاء الطلب {number}',
  'subject.codeReplaced': '{shop}: رمز جديد للطلب {number}',

  'greeting.name': 'مرحبًا {name}،',
  'greeting.nobody': 'مرحبًا،',
  'frame.order': 'الطلب {number}',
  'frame.orderPage': 'صفحة طلبك:',
  'frame.reply': 'لديك سؤال؟ ما عليك سوى الرد على هذه الرسالة.',
  'text.heading': '{label}:',
  'text.pair': '{label}: {value}',
  sentences: '{first} {second}',
  count: '{count, number}',

  'received.heading': 'شكرًا لطلبك',
  'received.paid': 'لقد استلمنا طلبك {number} بتاريخ {date}.',
  'received.waiting': 'لقد استلمنا طلبك {number} بتاريخ {date}. سنكتب إليك مجددًا فور تأكيد الدفع.',
  'received.payFirst': 'لقد استلمنا طلبك {number} بتاريخ {date}. سنبدأ بتجهيزه فور وصول دفعتك.',
  'received.howToPay': 'طريقة الدفع',
  'received.yourOrder': 'طلبك',
  'received.follow': 'تتبع طلبك',

  'paid.heading': 'وصلت دفعتك',
  'paid.arrived': 'شكرًا لك. وصلنا مبلغ {amount} عن طلبك {number} بتاريخ {date}.',
  'paid.arrivedBy': 'شكرًا لك. وصلنا مبلغ {amount} عن طلبك {number} بتاريخ {date} ({method}).',
  'paid.willShip': 'نعمل الآن على تجهيز طلبك، وسنكتب إليك مجددًا عند شحنه.',
  'paid.codesHeading': 'وصلت رموزك',
  'paid.codesHere': 'هذه هي رموز طلبك {number}.',
  'paid.yourCodes': 'رموزك',
  'paid.yourDownloads': 'تنزيلاتك',
  'paid.onOrderPage':
    '{count, plural, zero {تنزيلاتك في صفحة طلبك} one {تنزيلك في صفحة طلبك} two {تنزيلاك في صفحة طلبك} few {تنزيلاتك في صفحة طلبك} many {تنزيلاتك في صفحة طلبك} other {تنزيلاتك في صفحة طلبك}}',
  'paid.yourOrder': 'طلبك',
  'paid.seeOrder': 'عرض طلبك',

  'shipped.heading': 'طلبك في الطريق إليك',
  'shipped.left':
    '{count, plural, zero {غادر طلبك {number} بتاريخ {date}.} one {غادر طرد طلبك {number} بتاريخ {date}.} two {غادر طردا طلبك {number} بتاريخ {date}.} few {غادرت طرود طلبك {number} وعددها {counted} بتاريخ {date}.} many {غادرت طرود طلبك {number} وعددها {counted} بتاريخ {date}.} other {غادرت طرود طلبك {number} وعددها {counted} بتاريخ {date}.}}',
  'shipped.restFollows': 'سيتبعه باقي طلبك، وسنكتب إليك مجددًا عند شحنه.',
  'shipped.noteFrom': 'رسالة من {shop}',
  'shipped.parcels':
    '{count, plural, zero {طرودك} one {طردك} two {طرداك} few {طرودك} many {طرودك} other {طرودك}}',
  'shipped.inside': 'المحتويات',
  'shipped.toFollow': 'سيصل لاحقًا',
  'shipped.follow': 'تتبع طلبك',

  'cancelled.heading': 'تم إلغاء طلبك',
  'cancelled.opening': 'تم إلغاء طلبك {number} بقيمة {amount} بتاريخ {date}.',
  'cancelled.reason': 'السبب',
  'cancelled.yourPayment': 'دفعتك',
  'cancelled.refund': 'سيُرد إليك مبلغ {amount}. تعتمد مدة وصوله على طريقة الدفع التي استخدمتها.',
  'cancelled.items': 'ما تم إلغاؤه',
  'cancelled.notWanted': 'ليس هذا ما أردته؟ رد على هذه الرسالة وسنصلح الأمر.',
  'cancelled.seeOrder': 'عرض طلبك',

  'replaced.heading': 'رمز جديد لك',
  'replaced.opening': 'لم يعمل أحد رموز طلبك {number}، فاستبدلناه. نعتذر عن الإزعاج.',
  'replaced.yourCodes': 'رموزك الآن',
  'replaced.seeOrder': 'عرض طلبك',

  'codes.allFollow': 'ستصلك رموزك فور توفرها.',
  'codes.someFollow':
    '{count, plural, zero {لا رموز أخرى.} one {سيصلك رمز آخر فور توفره.} two {سيصلك رمزان آخران فور توفرهما.} few {ستصلك # رموز أخرى فور توفرها.} many {سيصلك # رمزًا آخر فور توفرها.} other {سيصلك # رمز آخر فور توفرها.}}',

  'parcel.title':
    '{count, plural, zero {طرد} one {طرد} two {الطرد {position} من {count}} few {الطرد {position} من {count}} many {الطرد {position} من {count}} other {الطرد {position} من {count}}}',
  'parcel.line':
    '{label}{hasCarrier, select, true { مع {carrier}} other {}}{hasNumber, select, true {، رقم التتبع {number}} other {، بلا رقم تتبع}}',
  'parcel.noNumber': 'ليس لهذا الطرد رقم تتبع.',
  'parcel.follow': 'تتبع هذا الطرد',
  'parcel.followWith': 'تتبعه مع {carrier}',

  'payment.cheque': 'بشيك',
  'payment.wire': 'بتحويل مصرفي',
  'payment.cash': 'نقدًا',
  'payment.terminal': 'بالبطاقة في المتجر',
  'payment.reference': 'يرجى ذكر رقم الطلب {number} عند الدفع.',
  'payment.line': '{method}: {amount}.',
  'method.cheque': 'شيك',
  'method.wire': 'تحويل مصرفي',
  'method.cash': 'نقدًا',
  'method.terminal': 'بطاقة',
  'method.card': '{brand} المنتهية بالأرقام {digits}',
  'method.anyCard': 'بطاقة تنتهي بالأرقام {digits}',

  'lines.item': 'المنتج',
  'lines.amount': 'المبلغ',
  'lines.each': '{price} للقطعة',
  'totals.items': 'المنتجات',
  'totals.discount': 'الخصم',
  'totals.shipping': 'الشحن',
  'totals.shippingBy': 'الشحن، {method}',
  'totals.tax': 'الضريبة',
  'totals.grand': 'الإجمالي',
  'address.both': 'عنوان التوصيل والفوترة',
  'address.delivery': 'عنوان التوصيل',
  'address.billing': 'عنوان الفوترة',
};
