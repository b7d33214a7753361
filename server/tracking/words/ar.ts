import type { TrackingTexts } from './en';

export const ar: TrackingTexts = {
  'headline.received': 'لقد استلمنا طلبك.',
  'headline.waiting': 'لقد استلمنا طلبك وننتظر الدفع.',
  'headline.waitingWire': 'لقد استلمنا طلبك وننتظر التحويل المصرفي.',
  'headline.waitingCheque': 'لقد استلمنا طلبك وننتظر الشيك.',
  'headline.waitingCash': 'لقد استلمنا طلبك وننتظر الدفع نقدًا.',
  'headline.waitingTerminal': 'لقد استلمنا طلبك وننتظر الدفع بالبطاقة.',
  'headline.checking': 'لقد استلمنا طلبك ونتحقق الآن من عملية الدفع.',
  'headline.declined': 'لقد استلمنا طلبك، لكن عملية الدفع لم تتم.',
  'headline.partPaid': 'لقد استلمنا طلبك ومبلغ {received} من أصل {total}.',
  'headline.stillDue': 'المبلغ المتبقي للدفع هو {amount}.',
  'headline.arrived': 'وصلت دفعتك {when}.',
  'headline.packing': 'نعمل الآن على تجهيز طلبك.',
  'headline.digital': 'ما اشتريته أصبح ملكك.',
  'headline.delivered': 'تم تسليم طلبك {when}.',
  'headline.cancelled': 'تم إلغاء هذا الطلب.',
  'headline.refunded': 'تم رد دفعتك البالغة {amount}.',
  'headline.partRefunded': 'تم رد {amount} من دفعتك.',
  'headline.chargedBack': 'استرد مصرفك المبلغ المدفوع.',
  sentences: '{first} {second}',

  'day.today': 'اليوم',
  'day.yesterday': 'أمس',
  'day.tomorrow': 'غدًا',
  'day.weekday': '{weekday, select, other {يوم {day}}}',
  'day.date': '{dayOfMonth, select, other {في {day}}}',

  count: '{count, number}',

  'left.parcels':
    '{count, plural, zero {غادر طلبك {when}.} one {غادر طردك {when}.} two {غادر طرداك {when}.} few {غادرت طرودك وعددها {counted} {when}.} many {غادرت طرودك وعددها {counted} {when}.} other {غادرت طرودك وعددها {counted} {when}.}}',
  'left.firstParcels':
    '{count, plural, zero {غادر جزء من طلبك {when}، وسيتبعه الباقي.} one {غادر أول طرد لك {when}، وسيتبعه الباقي.} two {غادر أول طردين لك {when}، وسيتبعهما الباقي.} few {غادرت أول {counted} طرود لك {when}، وسيتبعها الباقي.} many {غادر أول {counted} طردًا لك {when}، وسيتبعها الباقي.} other {غادر أول {counted} طرد لك {when}، وسيتبعها الباقي.}}',
  'left.parcelsByDays':
    '{count, plural, zero {غادر طلبك {when}.} one {غادر طردك {when}.} two {غادر طرداك، وآخرهما {when}.} few {غادرت طرودك وعددها {counted}، وآخرها {when}.} many {غادرت طرودك وعددها {counted}، وآخرها {when}.} other {غادرت طرودك وعددها {counted}، وآخرها {when}.}}',
  'left.firstParcelsByDays':
    '{count, plural, zero {غادر جزء من طلبك {when}، وسيتبعه الباقي.} one {غادر أول طرد لك {when}، وسيتبعه الباقي.} two {غادر أول طردين لك، وآخرهما {when}، وسيتبعهما الباقي.} few {غادرت أول {counted} طرود لك، وآخرها {when}، وسيتبعها الباقي.} many {غادر أول {counted} طردًا لك، وآخرها {when}، وسيتبعها الباقي.} other {غادر أول {counted} طرد لك، وآخرها {when}، وسيتبعها الباقي.}}',
  'left.order': 'غادر طلبك {when}.',
  'left.part': 'غادر جزء من طلبك {when}، وسيتبعه الباقي.',
  'left.orderByDays': 'غادر طلبك، وآخر شحنة منه {when}.',
  'left.partByDays': 'غادر جزء من طلبك، وآخر شحنة منه {when}، وسيتبعه الباقي.',
  'leaves.parcels':
    '{count, plural, zero {يغادر طلبك {when}.} one {يغادر طردك {when}.} two {يغادر طرداك {when}.} few {تغادر طرودك وعددها {counted} {when}.} many {تغادر طرودك وعددها {counted} {when}.} other {تغادر طرودك وعددها {counted} {when}.}}',
  'leaves.firstParcels':
    '{count, plural, zero {يغادر جزء من طلبك {when}، وسيتبعه الباقي.} one {يغادر أول طرد لك {when}، وسيتبعه الباقي.} two {يغادر أول طردين لك {when}، وسيتبعهما الباقي.} few {تغادر أول {counted} طرود لك {when}، وسيتبعها الباقي.} many {يغادر أول {counted} طردًا لك {when}، وسيتبعها الباقي.} other {يغادر أول {counted} طرد لك {when}، وسيتبعها الباقي.}}',
  'leaves.parcelsByDays':
    '{count, plural, zero {يغادر طلبك {when}.} one {يغادر طردك {when}.} two {يغادر طرداك تباعًا، وآخرهما {when}.} few {تغادر طرودك وعددها {counted} تباعًا، وآخرها {when}.} many {تغادر طرودك وعددها {counted} تباعًا، وآخرها {when}.} other {تغادر طرودك وعددها {counted} تباعًا، وآخرها {when}.}}',
  'leaves.firstParcelsByDays':
    '{count, plural, zero {يغادر جزء من طلبك {when}، وسيتبعه الباقي.} one {يغادر أول طرد لك {when}، وسيتبعه الباقي.} two {يغادر أول طردين لك تباعًا، وآخرهما {when}، وسيتبعهما الباقي.} few {تغادر أول {counted} طرود لك تباعًا، وآخرها {when}، وسيتبعها الباقي.} many {يغادر أول {counted} طردًا لك تباعًا، وآخرها {when}، وسيتبعها الباقي.} other {يغادر أول {counted} طرد لك تباعًا، وآخرها {when}، وسيتبعها الباقي.}}',
  'leaves.order': 'يغادر طلبك {when}.',
  'leaves.part': 'يغادر جزء من طلبك {when}، وسيتبعه الباقي.',
  'leaves.orderByDays': 'يغادر طلبك على دفعات، وآخرها {when}.',
  'leaves.partByDays': 'يغادر جزء من طلبك على دفعات، وآخرها {when}، وسيتبعه الباقي.',

  'step.ordered': 'تم الطلب',
  'step.payment': 'الدفع',
  'step.paid': 'مدفوع',
  'step.packing': 'التجهيز',
  'step.shipped': 'تم الشحن',
  'step.delivery': 'التوصيل',
  'step.delivered': 'تم التسليم',
  'step.codes': 'الرموز',
  'step.ready': 'جاهز',
  'step.paidBack': 'مسترد',
  'step.cancelled': 'ملغى',
  'progress.label': 'سير الطلب {number}',
  'progress.done': 'تم',
  'progress.current': 'الآن',
  'progress.ahead': 'لاحقًا',
  'progress.stopped': 'توقف هنا',

  'page.order': 'الطلب {number}',
  'page.ordered': 'تفاصيل الطلب',
  'page.history': 'ما تم حتى الآن',
  'page.foot': 'يُدار باستخدام Counterfoil.',
  'history.placed': 'تم تقديم الطلب',
  'history.paid': 'وصلت الدفعة',
  'history.shipped': 'تم الشحن',
  'history.delivered': 'تم التسليم',
  'history.ready': 'جاهز لك',
  'history.cancelled': 'تم الإلغاء',

  'pay.cheque': 'الدفع بشيك',
  'pay.wire': 'الدفع بتحويل مصرفي',
  'pay.cash': 'الدفع نقدًا',
  'pay.terminal': 'الدفع بالبطاقة في المتجر',
  'pay.due': 'المبلغ المتبقي',
  'pay.reference': 'يرجى ذكر رقم الطلب عند الدفع: {number}',

  'parcels.title':
    '{count, plural, zero {ما تم شحنه} one {طردك} two {طرداك} few {طرودك} many {طرودك} other {طرودك}}',
  'parcels.toFollow': 'سيصل لاحقًا',
  'parcels.inside': 'في هذه الطرود',
  'parcels.parcel': 'طرد',
  'parcels.noNumber': 'ليس لهذا الطرد رقم تتبع.',
  'parcels.follow': 'تتبع هذا الطرد',

  'codes.title': 'رموزك',
  'codes.ready':
    '{count, plural, zero {رموزك جاهزة أدناه.} one {رمزك جاهز أدناه.} two {رمزاك جاهزان أدناه.} few {رموزك جاهزة أدناه.} many {رموزك جاهزة أدناه.} other {رموزك جاهزة أدناه.}}',
  'codes.follow':
    '{count, plural, zero {ستصلك رموزك فور توفرها.} one {سيصلك رمزك فور توفره.} two {سيصلك رمزاك فور توفرهما.} few {ستصلك رموزك فور توفرها.} many {ستصلك رموزك فور توفرها.} other {ستصلك رموزك فور توفرها.}}',
  'codes.some':
    '{ready, plural, zero {الجاهز أدناه: {readyWords} من رموزك وعددها {allWords}.} one {الجاهز أدناه: {readyWords} من رموزك وعددها {allWords}.} two {الجاهز أدناه: {readyWords} من رموزك وعددها {allWords}.} few {الجاهز أدناه: {readyWords} من رموزك وعددها {allWords}.} many {الجاهز أدناه: {readyWords} من رموزك وعددها {allWords}.} other {الجاهز أدناه: {readyWords} من رموزك وعددها {allWords}.}} {waiting, plural, zero {سيصلك الباقي فور توفره.} one {سيصلك الأخير فور توفره.} two {سيصلك الرمزان الباقيان فور توفرهما.} few {ستصلك الرموز الباقية فور توفرها.} many {ستصلك الرموز الباقية فور توفرها.} other {ستصلك الرموز الباقية فور توفرها.}}',
  'codes.show': 'إظهار',
  'codes.showAll': 'إظهار الكل ({count})',
  'codes.hidden':
    '{count, plural, zero {لا توجد رموز.} one {رمز واحد مخفي حتى تطلبه.} two {رمزان مخفيان حتى تطلبهما.} few {# رموز مخفية حتى تطلبها.} many {# رمزًا مخفيًا حتى تطلبها.} other {# رمز مخفي حتى تطلبها.}}',
  'codes.codeHidden': 'الرمز {position}، مخفي',
  'codes.lineFollows':
    '{count, plural, zero {ستصلك فور توفرها.} one {سيصلك فور توفره.} two {سيصلانك فور توفرهما.} few {ستصلك فور توفرها.} many {ستصلك فور توفرها.} other {ستصلك فور توفرها.}}',
  'codes.moreFollow':
    '{count, plural, zero {لا مزيد.} one {سيتبعه رمز آخر.} two {سيتبعها رمزان آخران.} few {ستتبعها # رموز أخرى.} many {سيتبعها # رمزًا آخر.} other {سيتبعها # رمز آخر.}}',

  'files.title': 'ملفاتك',
  'files.version': 'الإصدار {value}',
  'files.download': 'تنزيل',
  'files.follows': 'سيتوفر قريبًا.',
  'files.none': 'لا يوجد ملف.',
  'files.ask': 'إذا احتجت إليه مرة أخرى، فتواصل مع المتجر.',
  'files.withoutEnd': 'متاح بلا حدّ زمني',
  'files.until': 'حتى {day}',
  'files.ended': 'انتهى في {day}',
  'files.left':
    '{count, plural, zero {لم تبقَ أي تنزيلات} one {بقي تنزيل واحد} two {بقي تنزيلان} few {بقيت # تنزيلات} many {بقي # تنزيلًا} other {بقي # تنزيل}}',

  'sum.items': 'المنتجات',
  'sum.discount': 'الخصم',
  'sum.shipping': 'الشحن',
  'sum.shippingBy': 'الشحن، {method}',
  'sum.tax': 'الضريبة',
  'sum.total': 'الإجمالي',
  'sum.paid': 'مدفوع، {day}',
  'sum.paidBy': 'مدفوع ({method})، {day}',
  'sum.notCounted': 'لم يعد محسوبًا: مدفوع، {day}',
  'sum.notCountedBy': 'لم يعد محسوبًا: مدفوع ({method})، {day}',
  'sum.paidBack': 'مبلغ مسترد',
  'sum.due': 'المبلغ المتبقي',
  'method.cheque': 'شيك',
  'method.wire': 'تحويل مصرفي',
  'method.cash': 'نقدًا',
  'method.terminal': 'بطاقة',
  'method.card': '{brand} المنتهية بالأرقام {digits}',
  'method.anyCard': 'بطاقة تنتهي بالأرقام {digits}',

  'copy.copy': 'نسخ',
  'copy.copied': 'تم النسخ',
  'copy.failed': 'حدِّد النص وانسخه',
  'copy.code': 'الرمز {position}',
  'copy.orderNumber': 'رقم الطلب',
  'copy.trackingNumber': 'رقم التتبع',

  'find.name': 'تتبع طلبك',
  'find.title': 'أين طلبي؟',
  'find.intro': 'أدخل المعلومتين التاليتين لنرسل إليك رابط طلبك.',
  'find.number': 'رقم الطلب',
  'find.numberHint': 'تجده في كل رسالة وصلتك بخصوص الطلب.',
  'find.numberFault': 'أدخل رقم طلبك، مثل 1001.',
  'find.email': 'البريد الإلكتروني',
  'find.emailFault': 'أدخل البريد الإلكتروني الخاص بالطلب، مثل ada@example.com.',
  'find.send': 'أرسلوا لي الرابط',
  'sent.title': 'تحقق من بريدك الإلكتروني',
  'sent.words': 'إذا كانت المعلومتان متطابقتين، فقد أرسلنا الرابط للتو إلى ذلك العنوان.',
  'sent.nothing':
    'لم يصلك شيء بعد بضع دقائق؟ ابحث في مجلد الرسائل غير المرغوب فيها، أو <again>جرِّب رقمًا أو عنوانًا آخر</again>. يُرسل الرابط نفسه مرة واحدة كل عشر دقائق.',
  'wait.title': 'محاولات كثيرة جدًا',
  'wait.words':
    'انتظر {minutes, plural, zero {ربع ساعة} one {دقيقة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}}، ثم <again>حاول مرة أخرى</again>. لن يتأثر طلبك.',
  'wait.link': 'محاولات كثيرة جدًا. <again>انتظر قليلًا</again>.',
  'lost.title': 'لا يوجد طلب وراء هذا الرابط',
  'lost.words':
    'ربما اقتُطع جزء من الرابط في الطريق، أو لم يعد الطلب محفوظًا. يمكنك أن تطلب إرسال الرابط مرة أخرى باستخدام رقم طلبك وبريدك الإلكتروني.',
  'lost.send': 'أرسلوا لي رابطًا جديدًا',

  'expected.on': 'من المتوقع وصوله {when}.',
  'expected.notLeft': 'كان من المتوقع وصول طلبك {when} ولم يُشحن بعد.',
  'expected.restNotLeft': 'كان من المتوقع وصول الباقي {when} ولم يُشحن بعد.',
  'expected.message': 'سنكتب إليك فور أن نعرف المزيد.',
  'expected.untracked':
    'كان من المتوقع وصوله {when}. ليس له رقم تتبع، لذا لا يمكن لأحد معرفة مكانه: راسلنا إن لم يصل.',
  'history.expected': 'الوصول المتوقع {when}',
  'page.updated': 'تم التحديث في {when}',
};
