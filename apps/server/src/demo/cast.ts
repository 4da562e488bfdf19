import { type Locale, MatchId, ProgramId, UserId } from '@ithaca/contract'
import { idOf } from './ids.ts'

type DemoPerson = { name: string; email: string; zone: string; locale: Locale; minor?: true }

/** The people of the demo. All of them are invented; the three who can sign in are named by their tie. */
const cast = {
  helena: { name: 'Helena Brandt', email: 'coordinator', zone: 'Europe/Berlin', locale: 'en' },

  amina: { name: 'Amina Odhiambo', email: 'mentor', zone: 'Africa/Nairobi', locale: 'en' },
  javier: { name: 'Javier Muñoz Ortega', email: 'javier', zone: 'Europe/Madrid', locale: 'es' },
  catalina: { name: 'Catalina Restrepo Vélez', email: 'catalina', zone: 'America/Bogota', locale: 'es' },
  aarti: { name: 'आरती देशमुख', email: 'aarti', zone: 'Asia/Kolkata', locale: 'en' },
  layla: { name: 'ليلى منصور', email: 'layla', zone: 'Africa/Cairo', locale: 'ar' },
  joerg: { name: 'Jörg Köhler', email: 'joerg', zone: 'Europe/Berlin', locale: 'en' },
  olena: { name: 'Олена Гнатюк', email: 'olena', zone: 'America/New_York', locale: 'en' },
  siobhan: { name: 'Siobhán Kavanagh', email: 'siobhan', zone: 'Europe/London', locale: 'en' },

  zofia: { name: 'Zofia Wójcik', email: 'mentee', zone: 'Europe/London', locale: 'en', minor: true },
  wanjiru: { name: 'Wanjiru Kamau', email: 'wanjiru', zone: 'Africa/Nairobi', locale: 'en', minor: true },
  lucia: { name: 'Lucía Fernández Gil', email: 'lucia', zone: 'Europe/Madrid', locale: 'es', minor: true },
  samuel: { name: 'Samuel Quiñones', email: 'samuel', zone: 'America/Bogota', locale: 'es', minor: true },
  valentina: { name: 'Valentina Ríos', email: 'valentina', zone: 'America/Bogota', locale: 'es' },
  ananya: { name: 'अनन्या कुलकर्णी', email: 'ananya', zone: 'Asia/Kolkata', locale: 'en', minor: true },
  yusuf: { name: 'يوسف حداد', email: 'yusuf', zone: 'Africa/Cairo', locale: 'ar', minor: true },
  maryam: { name: 'مريم الخطيب', email: 'maryam', zone: 'Europe/Berlin', locale: 'ar' },
  emre: { name: 'Emre Yıldız', email: 'emre', zone: 'Europe/Berlin', locale: 'en', minor: true },
  taras: { name: 'Тарас Мельник', email: 'taras', zone: 'Europe/Berlin', locale: 'en' },
  zihan: { name: '林子涵', email: 'zihan', zone: 'Pacific/Auckland', locale: 'en' },
  noah: { name: 'Noah Whitfield', email: 'noah', zone: 'America/New_York', locale: 'en', minor: true },
} as const satisfies Record<string, DemoPerson>

export type Who = keyof typeof cast

/** One person of the demo, with their id. */
export type Actor = Omit<DemoPerson, 'minor'> & { id: UserId; minor: boolean }

/** Everybody in the demo. */
export const everybody = Object.keys(cast) as Who[]
export const coordinator: Who = 'helena'
export const program = {
  id: ProgramId.parse(idOf('program')),
  name: 'Open Water',
  organization: 'Harbor Learning Trust',
}

/** A person by the name they have in these files. */
export function person(who: Who): Actor {
  const one: DemoPerson = cast[who]
  const id = UserId.parse(idOf(`person ${who}`))
  return { ...one, id, email: `${one.email}@ithaca.example`, minor: one.minor ?? false }
}

/** Who may sign in to the demo with the printed password. */
export const signIns: readonly Who[] = ['helena', 'amina', 'zofia']

/** What came of each weekly session, the oldest first; `-` is a week off. The letters stand in scenes.ts. */
type Weeks = string

/** One match of the demo and the weekly slot it meets in, by the mentor's wall clock. Weekday 1 is Monday. */
export type DemoMatch = {
  mentor: Who
  mentees: readonly Who[]
  weekday: number
  at: string
  minutes: number
  weeks: Weeks
  /** Spread over the weeks, the oldest first. */
  topics: readonly string[]
  next: string
}

const matches = {
  zofia: {
    mentor: 'amina',
    mentees: ['zofia'],
    weekday: 2,
    at: '19:00',
    minutes: 45,
    weeks: 'hlhhrthqhh',
    topics: [
      'Getting to know each other',
      'What a data analyst does all day',
      'The weather station: first sketch',
      'Reading sensor values with Python',
      'Why the first chart lied to us',
      'Wiring the rain gauge',
      'Presenting without reading from the page',
      'Cleaning three weeks of readings',
      'Dress rehearsal for the science fair',
      'How the fair went, and what comes next',
    ],
    next: 'Questions for the summer course',
  },
  wanjiru: {
    mentor: 'amina',
    mentees: ['wanjiru'],
    weekday: 4,
    at: '17:30',
    minutes: 30,
    weeks: 'hhmhhlhchh',
    topics: ['Fractions without fear', 'A plan for exam week', 'Asking a teacher for help', 'Choosing subjects'],
    next: 'How to talk to your father about physics',
  },
  lucia: {
    mentor: 'javier',
    mentees: ['lucia'],
    weekday: 3,
    at: '18:00',
    minutes: 45,
    weeks: 'hhhLhhxhhr',
    topics: ['Cómo leer un plano', 'La maqueta del barrio', 'Visita virtual al estudio', 'Dibujar a mano alzada'],
    next: 'Preguntas para el estudio',
  },
  samuel: {
    mentor: 'catalina',
    mentees: ['samuel'],
    weekday: 1,
    at: '16:00',
    minutes: 30,
    weeks: 'lhmlhmhhdh',
    topics: ['Organizar la semana', 'El ensayo de biología', 'Hablar en público', 'Qué me gusta de verdad'],
    next: 'Ensayo de la exposición',
  },
  valentina: {
    mentor: 'catalina',
    mentees: ['valentina'],
    weekday: 5,
    at: '07:30',
    minutes: 60,
    weeks: 'hhhchhhhLh',
    topics: ['La hoja de vida', 'Simulacro de entrevista', 'Práctica en el laboratorio', 'Carta de presentación'],
    next: 'Primera semana en el laboratorio',
  },
  ananya: {
    mentor: 'aarti',
    mentees: ['ananya'],
    weekday: 6,
    at: '10:00',
    minutes: 45,
    weeks: 'rhhhhthhlh',
    topics: ['Science olympiad: optics', 'कक्षा में सवाल पूछना', 'A day in the hospital lab', 'Revision that sticks'],
    next: 'An experiment from the kitchen',
  },
  yusuf: {
    mentor: 'layla',
    mentees: ['yusuf'],
    weekday: 7,
    at: '17:00',
    minutes: 45,
    weeks: 'hhlhhhhMhh',
    topics: ['أول برنامج صغير', 'كيف تختار مشروعاً', 'التحضير لمسابقة البرمجة', 'تنظيم وقت المذاكرة'],
    next: 'خطة الفريق للمسابقة',
  },
  maryam: {
    mentor: 'layla',
    mentees: ['maryam'],
    weekday: 3,
    at: '19:30',
    minutes: 60,
    weeks: 'hphhhhlhhh',
    topics: ['معادلة الشهادة في ألمانيا', 'السيرة الذاتية', 'مقابلة التدريب المهني', 'الخطوة التالية'],
    next: 'بعد المقابلة',
  },
  emre: {
    mentor: 'joerg',
    mentees: ['emre'],
    weekday: 4,
    at: '16:30',
    minutes: 30,
    weeks: 'hlhhmhhehh',
    topics: [
      'What an electrician’s week looks like',
      'Reading a job advert',
      'A trial day at a workshop',
      'Maths for the trade',
    ],
    next: 'What the workshop said',
  },
  taras: {
    mentor: 'olena',
    mentees: ['taras'],
    weekday: 6,
    at: '11:00',
    minutes: 60,
    weeks: 'hhhLhhchhh',
    topics: ['Studying in a third language', 'Lab reports in English', 'Finding a room in Berlin', 'Scholarship essay'],
    next: 'Scholarship essay, last draft',
  },
  zihan: {
    mentor: 'siobhan',
    mentees: ['zihan'],
    weekday: 2,
    at: '08:30',
    minutes: 45,
    weeks: 'h-hbhhhxhl',
    topics: ['From student radio to a first job', 'Editing a two-minute story', 'Pitching an idea', 'Portfolio review'],
    next: 'On air: listening together',
  },
  circle: {
    mentor: 'siobhan',
    mentees: ['noah', 'lucia'],
    weekday: 5,
    at: '17:00',
    minutes: 60,
    weeks: 'hhlh-hehhh',
    topics: [
      'Writing circle: first lines',
      'Writing circle: dialogue',
      'Writing circle: cutting',
      'Writing circle: reading aloud',
    ],
    next: 'Writing circle: one page each',
  },
} as const satisfies Record<string, DemoMatch>

export type Where = keyof typeof matches

/** The matches of the demo by name, each called by its mentee. */
export const everywhere = Object.keys(matches) as Where[]

/** The match of the two people who sign in. */
export const demoMatch: Where = 'zofia'

/** A match by its name. */
export function match(where: Where): DemoMatch & { id: MatchId; people: readonly Who[] } {
  const one: DemoMatch = matches[where]
  return { ...one, id: MatchId.parse(idOf(`match ${where}`)), people: [one.mentor, ...one.mentees] }
}
