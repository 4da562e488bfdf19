import type { GoalState } from '@ithaca/contract'
import type { Where, Who } from './cast.ts'

export type DemoGoal = {
  by: Who
  /** The week in whose session it was written down. */
  week: number
  title: string
  /** What it was called before, and until which week. */
  earlier?: { title: string; week: number }
  why: string
  /** Days from now; negative are past. */
  due: number | null
  /** What came of it, and in which week. */
  ended?: { state: Exclude<GoalState, 'active'>; week: number; by: Who }
  /** Words, and the week in which the step was done. */
  steps: readonly (readonly [string, number | null])[]
  notes: readonly (readonly [Who, number, string])[]
}

/** The goals of every match, each in the words of its mentee. */
export const demoGoals: Partial<Record<Where, readonly DemoGoal[]>> = {
  zofia: [
    {
      by: 'amina',
      week: 3,
      title: 'Build a weather station that survives our balcony',
      earlier: { title: 'Build a weather station', week: 3 },
      why: 'I want to make something real and show people what the weather in our street is doing.',
      due: -9,
      ended: { state: 'reached', week: 10, by: 'zofia' },
      steps: [
        ['Ask Mr Adeyemi for a board and club time', 3],
        ['Read the temperature every minute', 4],
        ['Make the rain gauge count', 6],
        ['Collect three weeks of readings', 8],
        ['Put the box up outside and check it after rain', 9],
      ],
      notes: [
        ['zofia', 4, 'It says 21.4 and I believe it now. Before it said -127, which was a loose cable.'],
        ['amina', 6, 'Zofia found the pull-up setting from a text message alone.'],
        ['zofia', 9, 'SECOND PLACE at the fair. The river trust wants my rain data.'],
      ],
    },
    {
      by: 'zofia',
      week: 7,
      title: 'Speak without reading from the page',
      why: 'My voice goes flat when I read, and I stop looking at people.',
      due: 24,
      steps: [
        ['Tell the −127 story to my sister', 7],
        ['Present to the electronics club', 9],
        ['Explain one chart in maths class', null],
        ['Answer a question I did not expect', null],
      ],
      notes: [
        ['zofia', 7, 'Starting with something funny helps. Then I breathe.'],
        ['amina', 9, 'You looked up the whole time in the rehearsal, I counted two glances.'],
      ],
    },
    {
      by: 'zofia',
      week: 10,
      title: 'Find a summer course with other people who build things',
      why: 'I want to do this with others, not only in my kitchen.',
      due: 38,
      steps: [
        ['Write three questions to the university', null],
        ['Ask Mum about the travel', null],
      ],
      notes: [],
    },
  ],
  wanjiru: [
    {
      by: 'wanjiru',
      week: 1,
      title: 'Get at least 16 out of 20 in mathematics',
      why: 'I need it to choose physics next year.',
      due: 17,
      steps: [
        ['Fractions: ten exercises every week', 5],
        ['Mixed numbers until they are boring', 7],
        ['Old exam paper under the clock', null],
      ],
      notes: [['wanjiru', 5, '17 of 20 in the test!']],
    },
  ],
  lucia: [
    {
      by: 'lucia',
      week: 1,
      title: 'Terminar la maqueta de la plaza con sombra',
      why: 'Quiero que mi barrio tenga árboles y que la gente lo vea antes de que exista.',
      due: 30,
      steps: [
        ['Medir la plaza con pasos', 1],
        ['Base de cartón a escala 1:200', 3],
        ['La pérgola con parra', 8],
        ['Fotos con luz de tarde', null],
      ],
      notes: [['javier', 8, 'La pérgola es mejor idea que el toldo: sombra en verano y sol en invierno.']],
    },
  ],
  samuel: [
    {
      by: 'samuel',
      week: 4,
      title: 'Exponer en clase sin leer las diapositivas',
      why: 'Porque me gusta el tema y se me olvida cuando me pongo nervioso.',
      due: 12,
      steps: [
        ['Empezar con una pregunta', 7],
        ['Ensayar con mi primo', null],
      ],
      notes: [],
    },
    {
      by: 'catalina',
      week: 2,
      title: 'Entrar al equipo de ciclismo',
      why: 'Lo dejamos para después de los exámenes.',
      due: null,
      ended: { state: 'parked', week: 7, by: 'samuel' },
      steps: [['Preguntar los horarios', 4]],
      notes: [],
    },
  ],
  valentina: [
    {
      by: 'valentina',
      week: 1,
      title: 'Conseguir una práctica en un laboratorio',
      why: 'Quiero saber si la investigación es lo mío antes de graduarme.',
      due: -2,
      ended: { state: 'reached', week: 10, by: 'valentina' },
      steps: [
        ['Reescribir la hoja de vida con logros', 2],
        ['Enviar cinco cartas', 5],
        ['Simulacro de entrevista', 7],
      ],
      notes: [['valentina', 10, 'Empiezo el primero del mes. Todavía no lo creo.']],
    },
  ],
  ananya: [
    {
      by: 'ananya',
      week: 2,
      title: 'Science olympiad: optics round',
      why: 'मुझे प्रकाश के बारे में सब कुछ जानना है। And my cousin did it too.',
      due: 45,
      steps: [
        ['Pinhole camera from a shoebox', 3],
        ['Questions 1 to 10 of the old paper', 7],
        ['कक्षा में एक सवाल पूछना', 8],
        ['Rainbow on the kitchen ceiling', null],
      ],
      notes: [['aarti', 8, 'She asked why the sky is not violet. The whole class is still thinking.']],
    },
  ],
  yusuf: [
    {
      by: 'yusuf',
      week: 2,
      title: 'المشاركة في مسابقة البرمجة مع فريق',
      why: 'أريد أن أتعلم كيف أحل المسائل مع غيري، لا وحدي فقط.',
      due: 33,
      steps: [
        ['حل عشرين مسألة سهلة', 6],
        ['تكوين فريق من ثلاثة', 10],
        ['تجربة مسابقة قديمة بالوقت', null],
      ],
      notes: [['layla', 10, 'اسم الفريق «المروحة»، وهو اسم له قصة.']],
    },
  ],
  maryam: [
    {
      by: 'maryam',
      week: 1,
      title: 'الحصول على تدريب مهني كمساعدة صيدلي',
      why: 'درست سنتين في حلب، وأريد أن أكمل ما بدأت.',
      due: 50,
      steps: [
        ['معادلة الشهادة', 8],
        ['السيرة الذاتية بقصة صغيرة', 6],
        ['مقابلة في صيدلية الحي', null],
      ],
      notes: [['maryam', 8, 'وصلت رسالة المعادلة، وعملت كنافة للجيران.']],
    },
  ],
  emre: [
    {
      by: 'emre',
      week: 2,
      title: 'An apprenticeship as an electrician by autumn',
      why: 'I like it when something works because of me.',
      due: 90,
      steps: [
        ['Read ten adverts and list the words', 3],
        ['A trial day at a workshop', 10],
        ['Send three applications', null],
      ],
      notes: [['joerg', 10, 'First socket wired. “Not bad”, said the boss, and he says that about once a year.']],
    },
  ],
  taras: [
    {
      by: 'taras',
      week: 4,
      title: 'Win the scholarship for the second year',
      why: 'Then I can stop the night shifts and sleep before the lab.',
      due: 21,
      steps: [
        ['First draft, however bad', 9],
        ['Cut it to 700 words', 10],
        ['Ask Prof. Hartwig for a letter', null],
      ],
      notes: [['olena', 9, 'The bees stay in.']],
    },
  ],
  zihan: [
    {
      by: 'zihan',
      week: 1,
      title: 'Three stories for a radio portfolio',
      why: 'I want an editor to hear me before they read my grades.',
      due: 60,
      steps: [
        ['The fish market at five in the morning', 7],
        ['Grandmother’s sewing machine', null],
        ['A story without any words of mine', null],
      ],
      notes: [['zihan', 10, 'The community station airs the fish market on Sunday.']],
    },
  ],
}
