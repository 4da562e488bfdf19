import type { Talk } from './sitting.ts'

export const ananya: Talk = [
  {
    when: { week: 1, hours: 3 },
    lines: [
      ['aarti', 'अनन्या, आज मिलकर बहुत अच्छा लगा! Hindi, Marathi or English here, whatever comes first.'],
      ['ananya', 'Thank you ma’am! Mixed is easiest for me'],
      ['aarti', 'मेरे लिए भी। And please call me Aarti.'],
    ],
  },
  {
    when: { week: 3, hours: 28 },
    lines: [
      ['ananya', 'Why is the image upside down in the pinhole camera but not in the mirror?'],
      ['aarti', 'Draw one ray from the top of the candle and follow it through the hole. Where does it land?'],
      ['ananya', 'ओह! नीचे। It crosses over'],
      ['aarti', 'You just explained it better than the textbook.'],
    ],
  },
  {
    when: { week: 6, hours: 0.2 },
    lines: [
      ['ananya', 'Video is not connecting, बार-बार कट रहा है'],
      [
        'aarti',
        'कोई बात नहीं। The monsoon is on your side of the line. Try from the library later, or write me your questions here.',
      ],
      ['ananya', 'मैं सवाल लिख देती हूँ। Question 4 and 7 from the olympiad paper'],
      ['aarti', 'For 4, think about which colour bends most. For 7, शाम तक भेजती हूँ।'],
    ],
  },
  {
    when: { week: 8, hours: 50 },
    lines: [
      ['ananya', 'आज मैंने कक्षा में पहली बार सवाल पूछा!'],
      ['aarti', 'शाबाश! What did you ask?'],
      ['ananya', 'Why the sky is not violet if violet scatters the most. Sir had to look it up'],
      ['aarti', 'That is a wonderful question. मुझे भी देखना पड़ेगा!'],
    ],
  },
  {
    when: { week: 10, hours: 6 },
    lines: [
      ['aarti', 'For next time: choose one experiment you could show with things from your kitchen.'],
      ['ananya', 'पानी, शीशा और टॉर्च! Rainbow on the ceiling'],
    ],
  },
]

export const yusuf: Talk = [
  {
    when: { week: 1, hours: 2 },
    lines: [
      ['layla', 'أهلاً يوسف! سعدت كثيراً بلقائك. أعجبني أنك فككت المروحة لتعرف كيف تعمل.'],
      ['yusuf', 'شكراً أستاذة ليلى، بس أمي ما عجبها الموضوع'],
      ['layla', 'ههه. المهم أنك أعدت تركيبها.'],
    ],
  },
  {
    when: { week: 3, hours: 26 },
    lines: [
      ['yusuf', 'البرنامج يطبع الأعداد الأولية لكنه بطيء جداً بعد عشرة آلاف'],
      ['layla', 'إلى أي عدد تبحث عن القواسم؟ هل تحتاج فعلاً أن تصل إلى العدد نفسه؟'],
      ['yusuf', 'آه! يكفي الجذر التربيعي'],
      ['layla', 'بالضبط. جرّب وأخبرني كم صار الوقت.'],
      ['yusuf', 'من ١٢ ثانية إلى أقل من ثانية!'],
    ],
  },
  {
    when: { week: 8, hours: 3 },
    lines: [
      ['layla', 'يوسف، أعتذر منك بشدة. تأخرت طائرتي ولم أستطع الدخول. الخطأ مني أنا.'],
      ['yusuf', 'ولا يهمك، استغليت الوقت وحليت مسألتين'],
      ['layla', 'هذا كرم منك. سنعوضها، وسأبدأ أنا بالاعتذار أمام الكاميرا.'],
    ],
  },
  {
    when: { week: 10, hours: 20 },
    lines: [
      ['yusuf', 'سجلت في مسابقة البرمجة مع اثنين من صفي'],
      ['layla', 'ممتاز! اختاروا اسماً للفريق أولاً، فهذا أصعب قرار.'],
      ['yusuf', 'اخترنا «المروحة»'],
    ],
  },
]

export const maryam: Talk = [
  {
    when: { week: 1, hours: 3 },
    lines: [
      ['layla', 'مساء الخير مريم. أرسلت لك قائمة الأوراق التي تحدثنا عنها. لا تستعجلي، خطوة خطوة.'],
      ['maryam', 'مساء النور. طبعت القائمة وعلّقتها فوق المكتب'],
    ],
  },
  {
    when: { week: 2, hours: 1 },
    lines: [
      ['maryam', 'انقطع الإنترنت في السكن مرة أخرى، أعتذر'],
      ['layla', 'لا داعي للاعتذار. تحدثنا سبع دقائق وكانت مفيدة. نكمل الأسبوع القادم.'],
    ],
  },
  {
    when: { week: 5, hours: 42 },
    lines: [
      ['maryam', 'كتبت في السيرة الذاتية: «أعمل جيداً تحت الضغط». هل هذا جيد؟'],
      ['layla', 'الجميع يكتبها. احكي لهم عن يوم الامتحانات حين ساعدتِ زميلاتك في المختبر.'],
      ['maryam', 'فهمت: قصة صغيرة بدل الجملة الكبيرة'],
      ['layla', 'قلتِها أفضل مني.'],
    ],
  },
  {
    when: { week: 8, hours: 24 },
    lines: [
      ['maryam', 'وصلت رسالة المعادلة! اعترفوا بالشهادة كاملة'],
      ['layla', 'مبارك يا مريم! هذا تعب سنتين. احتفلي اليوم، وغداً نكتب رسالة التقديم.'],
      ['maryam', 'عملت كنافة لكل الجيران'],
    ],
  },
  {
    when: { week: 10, hours: 19 },
    lines: [
      ['layla', 'تذكري للمقابلة: من حقك أن تقولي «لحظة من فضلك، أفكر في الجواب».'],
      ['maryam', 'تدربت عليها بالألمانية: Einen Moment, bitte'],
      ['layla', 'رائع. أنا معك بقلبي.'],
    ],
  },
]
