# Words of papers in Arabic, and no others: those of the document itself. Not reviewed: whose language it is should read a document
# before it is submitted.

paper-comma = { "، " }
paper-semicolon = { "؛ " }
paper-not-stated = غير مذكور

## The head and the box

paper-agenda-item = بند جدول الأعمال: { $item }
paper-document = الوثيقة { $symbol }
paper-revision = المراجعة { $number } للوثيقة { $symbol }
paper-original = الأصل: { $language }
paper-purpose = الغرض
paper-action-required = الإجراء المطلوب
paper-references = المراجع
paper-boxed = الغرض والإجراء المطلوب والمراجع
paper-head = رأس الوثيقة
paper-page = الصفحة
paper-continued = تابع
paper-stale = أقدم من ستة أشهر

## Commitments

paper-column-reference = الرمز
paper-column-commitment = الالتزام
paper-column-lead = الجهة الرائدة والشركاء
paper-column-when = التوقيت
paper-column-status = حالة التنفيذ
paper-lead = الجهة الرائدة: { $name }
paper-partners = مع { $names }
paper-lead-partners = الجهة الرائدة: { $lead }، مع { $partners }
paper-status-as-of = { $status }، بحسب الوضع في { $date }
paper-was-planned = كان مخططا
paper-table-commitments = الالتزامات: الرمز والعنوان والجهة الرائدة والشركاء والتوقيت وحالة التنفيذ
paper-no-commitments = لا توجد التزامات للإبلاغ عنها.

## Milestones

paper-column-milestone = المرحلة
paper-column-place = المكان
paper-column-belongs = تابع لـ
paper-date-not-stated = التاريخ غير مذكور
paper-table-milestones = المراحل: التوقيت والموضوع والمكان وما تتبع له
paper-no-milestones = لا توجد مراحل للإبلاغ عنها.
paper-no-milestones-dated = لا توجد مراحل لاحقة محددة التاريخ.
paper-milestones-undated =
    { $count ->
        [one] لم يذكر تاريخ لمرحلة أخرى.
        [two] لم يذكر تاريخ لمرحلتين أخريين.
        [few] لم يذكر تاريخ لعدد { $count } مراحل أخرى.
       *[other] لم يذكر تاريخ لعدد { $count } مرحلة أخرى.
    }

## Groups

paper-column-group = الفريق
paper-column-roles = الأدوار
paper-role-announced = { $holder } (معلن)
paper-role-was-announced = { $holder } (كان معلنا)
paper-role-not-stated = { $role }: غير مذكور
paper-table-groups = الأفرقة ومن يتولى الأدوار فيها
paper-no-groups = لا توجد أفرقة للإبلاغ عنها.

## Indicators

paper-column-indicator = المؤشر
paper-column-baseline = القيمة المرجعية
paper-column-value = أحدث قيمة
paper-column-as-of = بتاريخ
paper-column-target = القيمة المستهدفة
paper-target-by = { $target }، بحلول { $date }
paper-baseline-as-of = { $baseline }، بتاريخ { $date }
paper-table-indicators = المؤشرات: القيمة المرجعية وأحدث قيمة مع تاريخها والقيمة المستهدفة
paper-no-indicators = لا توجد مؤشرات للإبلاغ عنها.

## Updates and changes

paper-column-date = التاريخ
paper-column-report = التقرير
paper-no-change = مؤكد دون تغيير
paper-reported-by = { $report } ({ $by })
paper-table-updates = التقارير عن الالتزامات: التاريخ والالتزام والمحتوى
paper-no-updates = لا توجد تقارير.
paper-no-updates-since = لم تقدم تقارير منذ { $date }.
paper-no-new-updates = لا توجد تقارير جديدة.
paper-added = { $row }: إضافة.
paper-removed = { $row }: حذف.
paper-changed = { $row }، { $field }: كان «{ $before }» وأصبح «{ $after }».
paper-changed-words = { $row }، { $field }: تغير النص.
paper-stated = { $row }، { $field }: يذكر الآن «{ $after }».
paper-unstated = { $row }، { $field }: لم يعد مذكوراً (كان «{ $before }»).
paper-more-changes = … و{ $count } من التغييرات الأخرى
paper-no-changes = لم يتغير شيء.
paper-no-changes-since = لم يتغير شيء منذ { $date }.
paper-nothing-before = لا توجد نسخة سابقة من هذه الوثيقة للمقارنة معها.

## The annex

paper-column-objective = هدف التعاهد الرقمي العالمي
paper-column-wsis = عملية القمة العالمية لمجتمع المعلومات
paper-column-itu = أنشطة الاتحاد
paper-table-annex = أهداف التعاهد وما يتصل بها من عملية القمة وأنشطة الاتحاد
paper-annex-empty = لا يتضمن الملحق أي بنود بعد.

## The customary structure

paper-template-purpose = تقدم هذه الوثيقة معلومات عن تنفيذ التعاهد الرقمي العالمي: ما يجري عمله، والجهة التي تقوم به، وما وصل إليه.
paper-template-action = يدعى المجلس إلى أخذ العلم بهذه الوثيقة.
paper-template-introduction = البنود التالية مأخوذة من «{ $plan }» كما كانت عند وضع هذه الوثيقة.
paper-template-done = ما يجري عمله في إطار كل هدف
paper-template-objective = الهدف { $number }: { $title }
paper-template-together = العمل معاً
paper-template-next = الخطوات المقبلة
paper-template-next-caption = المراحل
paper-template-counted = ما يقاس
paper-template-counted-caption = المؤشرات
paper-template-reported = التقارير
paper-template-annex = الملحق
paper-template-annex-title = الأهداف وعملية القمة وأنشطة الاتحاد

## Labels that stand within a paper

choice-status-planned = مخطط
choice-status-ongoing = جارٍ
choice-status-completed = منجز
choice-status-concluded = منتهٍ
choice-status-superseded = حل محله غيره
choice-status-not-reported = لم يبلغ عنه
choice-original-language-ar = بالعربية
choice-original-language-zh = بالصينية
choice-original-language-en = بالإنكليزية
choice-original-language-fr = بالفرنسية
choice-original-language-ru = بالروسية
choice-original-language-es = بالإسبانية
choice-annex-wsis-process = عملية القمة العالمية لمجتمع المعلومات
choice-annex-itu-activities = أنشطة الاتحاد
choice-qualifier-exact = بالضبط
choice-qualifier-over = أكثر من
choice-qualifier-about = حوالي
choice-state-announced = معلن
choice-state-confirmed = مؤكد
choice-state-ended = منتهٍ

list-and = { $first } و{ $last }
list-comma = { $first }، { $last }
when-standing = دائم

## Roles

paper-role-chair = الرئيس
paper-role-co-chair = الرئيس المشارك
paper-role-vice-chair = نائب الرئيس
paper-role-lead = الجهة الرائدة
paper-role-co-lead = الجهة المشاركة في الريادة
paper-role-facilitator = الجهة الميسرة
paper-role-co-facilitator = الجهة المشاركة في التيسير
paper-role-host = الجهة المضيفة
paper-role-co-organizer = الجهة المشاركة في التنظيم
paper-role-secretariat = الأمانة
paper-role-coordinator = المنسق
paper-role-member = عضو
paper-role-observer = مراقب
paper-role-partner = شريك
paper-role-focal-point = جهة الاتصال
paper-role-substitute = نائب
roles-chair = الرؤساء
roles-co-chair = الرؤساء المشاركون
roles-vice-chair = نواب الرئيس
roles-lead = الجهات الرائدة
roles-co-lead = الجهات المشاركة في الريادة
roles-facilitator = الجهات الميسرة
roles-co-facilitator = الجهات المشاركة في التيسير
roles-host = الجهات المضيفة
roles-co-organizer = الجهات المشاركة في التنظيم
roles-secretariat = الأمانة
roles-coordinator = المنسقون
roles-member = أعضاء
roles-observer = مراقبون
roles-partner = شركاء
roles-focal-point = جهات الاتصال
roles-substitute = نواب

## Fields, in what changed

field-title = العنوان
field-status = حالة التنفيذ
field-status-as-of = تاريخ حالة التنفيذ
field-status-by = الجهة التي ذكرت الحالة
field-lead = الجهة الرائدة
field-partners = الشركاء
field-owner = الجهة المسؤولة
field-date = التاريخ
field-place = المكان
field-start = البداية
field-end = النهاية
field-organization = المنظمة
field-role = الدور
field-state = الحالة
field-description = الوصف
field-next-step = الخطوة التالية
field-objective = الهدف
field-objectives = أهداف أخرى
field-outcome = النتيجة
field-report = التقرير
field-value = القيمة
field-target = القيمة المستهدفة
field-target-by = موعد القيمة المستهدفة
field-baseline = القيمة المرجعية
field-as-of = بتاريخ
field-kind = النوع
field-reference = الرمز
field-evidence = الأدلة
field-mandate = الولاية
field-group = الفريق
field-commitment = الالتزام
field-milestone = المرحلة
field-acronym = المختصر
field-successor = الخلف
field-parent = تابع لـ
field-reason = السبب
field-source = المصدر
field-source-para = الفقرة في المصدر
field-basis = الأساس
field-recurrence = الدورية
field-standing = نشاط دائم
field-annex = عمود الملحق
field-anchor = مرتبط بـ
field-counted = ما جرى عده
field-unit = الوحدة
field-text = النص
field-resources = الموارد
field-risks = المخاطر
field-lead-post = المنصب الرائد
field-superseded-by = حل محله
field-no-change = مؤكد دون تغيير
field-reported-by = مقدم التقرير
field-stated-as = الصيغة

## Dates

month-1 = يناير
month-2 = فبراير
month-3 = مارس
month-4 = أبريل
month-5 = مايو
month-6 = يونيو
month-7 = يوليو
month-8 = أغسطس
month-9 = سبتمبر
month-10 = أكتوبر
month-11 = نوفمبر
month-12 = ديسمبر
month-short-1 = يناير
month-short-2 = فبراير
month-short-3 = مارس
month-short-4 = أبريل
month-short-5 = مايو
month-short-6 = يونيو
month-short-7 = يوليو
month-short-8 = أغسطس
month-short-9 = سبتمبر
month-short-10 = أكتوبر
month-short-11 = نوفمبر
month-short-12 = ديسمبر
# Behind a preposition a number that is a year says so.
date-year =
    { $case ->
       *[alone] { $year }
        [of] عام { $year }
        [to] عام { $year }
        [the] عام { $year }
        [in] عام { $year }
        [part] عام { $year }
    }
date-decade = عقد { $year }
date-quarter = الربع { $quarter } من عام { $year }
date-quarter-alone = الربع { $quarter }
date-half = النصف { $half } من عام { $year }
date-half-alone = النصف { $half }
date-spring = ربيع { $year }
date-summer = صيف { $year }
date-autumn = خريف { $year }
date-winter = شتاء { $year }/{ $next }
date-spring-alone = ربيع
date-summer-alone = صيف
date-autumn-alone = خريف
date-winter-alone = شتاء
date-quarter-long-1 = الربع الأول من عام { $year }
date-quarter-long-2 = الربع الثاني من عام { $year }
date-quarter-long-3 = الربع الثالث من عام { $year }
date-quarter-long-4 = الربع الرابع من عام { $year }
date-half-long-1 = النصف الأول من عام { $year }
date-half-long-2 = النصف الثاني من عام { $year }
date-early = مطلع { $date }
date-mid = منتصف { $date }
date-late = أواخر { $date }
date-about = حوالي { $date }
date-doubt = { $date } (يؤكد لاحقاً)
date-about-doubt = حوالي { $date } (يؤكد لاحقاً)
date-doubt-long = { $date }، يؤكد لاحقاً
date-span-words = من { $first } إلى { $last }
date-from-to = من { $first } إلى { $last }
date-from = من { $date }
date-from-end-unknown = من { $date }، النهاية غير مذكورة
date-until = حتى { $date }
date-until-start-unknown = حتى { $date }، البداية غير مذكورة
date-by = في موعد أقصاه { $date }
date-not-before = ليس قبل { $date }
date-between = بين { $first } و{ $last }
date-on = في { $date }
date-in = في { $date }
term-from-to = من { $start } إلى { $end }
term-from = من { $start }
term-until = حتى { $end }
date-not-stated = غير مذكور
date-to-be-confirmed = يؤكد التاريخ لاحقاً
instant = { $date }، الساعة { $time } بالتوقيت العالمي المنسق
