import type { Talk } from './sitting.ts'

export const wanjiru: Talk = [
  {
    when: { week: 1, hours: 2 },
    lines: [
      ['amina', 'Karibu, Wanjiru! I enjoyed our first talk. You asked better questions than my colleagues.'],
      ['wanjiru', 'Thank you Ms Amina'],
      ['amina', 'Just Amina is fine. See you next week, same time.'],
    ],
  },
  {
    when: { week: 3, hours: 26 },
    lines: [
      ['wanjiru', 'I am sorry I missed it. We had to fetch my brother from school and I had no way to tell you'],
      ['amina', 'Thank you for telling me. Family first. I was not angry, only hoping you were well.'],
      ['wanjiru', 'Everybody is fine now'],
      ['amina', 'Good. If it happens again, one word here is enough.'],
    ],
  },
  {
    when: { week: 5, hours: 20 },
    lines: [
      ['wanjiru', 'I got 17 out of 20 in fractions!!!'],
      ['amina', '17! Which ones did you lose?'],
      ['wanjiru', 'The two with the mixed numbers'],
      ['amina', 'Then we know what to do for ten minutes next time. And then we celebrate.'],
    ],
  },
  {
    when: { week: 8, hours: -30 },
    lines: [
      ['wanjiru', 'The exams are in the same week, can we skip this one?'],
      ['amina', 'Yes. I cancelled it so that nobody waits. Sleep well and drink water, that is my whole advice.'],
    ],
  },
  {
    when: { week: 10, hours: 18 },
    lines: [
      ['wanjiru', 'My teacher says I can take physics next year if I keep this up'],
      ['wanjiru', 'Can we talk about how to tell my father? He wants business'],
    ],
  },
]

export const emre: Talk = [
  {
    when: { week: 1, hours: 3 },
    lines: [
      [
        'joerg',
        'Good start today. For next time: look at three adverts for apprenticeships and write down every word you don’t know.',
      ],
      ['emre', 'ok will do'],
    ],
  },
  {
    when: { week: 2, hours: 30 },
    lines: [
      ['emre', 'what is “Gesellenprüfung” exactly? is it the end?'],
      [
        'joerg',
        'It is the exam at the end of the three and a half years. After it you are a journeyman. Mine was in 1996 and I still dream of it.',
      ],
      ['emre', 'haha ok'],
    ],
  },
  {
    when: { week: 5, hours: 44 },
    lines: [
      ['emre', 'sorry that I didn’t come. my brother was in hospital, I was with him the whole day'],
      ['joerg', 'How is he now? And how are you?'],
      ['emre', 'he is ok, it was the appendix. im just tired'],
      ['joerg', 'Rest. I told Helena so that it is written down the right way.'],
    ],
  },
  {
    when: { week: 8, hours: 1 },
    lines: [
      ['emre', 'had to leave early, my shift starts at 5. but the trial day is set!!'],
      [
        'joerg',
        'Excellent. Steel-toe shoes, a pencil, and be ten minutes early. Ask what the spare fuse is for; electricians love that question.',
      ],
      ['emre', 'writing it down'],
    ],
  },
  {
    when: { week: 10, hours: 27 },
    lines: [
      ['emre', 'they let me wire a socket. boss said “not bad”'],
      ['joerg', 'From a master electrician that is a poem. Proud of you.'],
    ],
  },
]

export const taras: Talk = [
  {
    when: { week: 1, hours: 2 },
    lines: [
      [
        'olena',
        'Тарасе, рада знайомству! Let’s keep to English here, as you asked, and slip into Ukrainian when it gets hard.',
      ],
      ['taras', 'Дякую! Yes please. I want my English to be as good as my German before the winter term.'],
    ],
  },
  {
    when: { week: 3, hours: 40 },
    lines: [
      ['taras', 'Here is my sentence: “The measurement was made by me in accordance with the instruction.” Is it ok?'],
      ['olena', 'It is correct, and nobody would ever say it. Try: “I followed the protocol.”'],
      ['taras', 'That is so short. It feels rude'],
      ['olena', 'In a lab report short is polite. You are giving the reader their time back.'],
    ],
  },
  {
    when: { week: 6, hours: 5 },
    lines: [
      [
        'olena',
        'Room hunting: two things. Never pay before you have seen it, and ask the student union to read the contract.',
      ],
      ['taras', 'I have a viewing in Wedding on the weekend. 14 square metres, but with a balcony'],
      ['olena', 'A balcony is worth four square metres of happiness. Tell me how it went.'],
    ],
  },
  {
    when: { week: 9, hours: 28 },
    lines: [
      ['taras', 'I got the room!!'],
      ['olena', 'Вітаю! Now you have a table to write the scholarship essay on.'],
      ['taras', 'First draft is half a page. I wrote about my grandfather’s bees'],
      ['olena', 'Perfect. Do not make it grander than it is. Bees are grand enough.'],
    ],
  },
  {
    when: { week: 10, hours: 3 },
    lines: [
      [
        'taras',
        'Essay is at 600 words now. I cut the first paragraph like you said and it is better. It hurt a little',
      ],
    ],
  },
]

export const zihan: Talk = [
  {
    when: { week: 1, hours: 2 },
    lines: [
      ['siobhan', 'Lovely to meet you, 子涵. Did I get the tone right? I practised.'],
      ['zihan', 'Almost! The first one goes down and up, like you are unsure. But it made me very happy.'],
      ['siobhan', 'Then I’ll keep practising. Thanks for staying up late for me.'],
    ],
  },
  {
    when: { week: 4, hours: 9 },
    lines: [
      ['siobhan', 'I think we both missed the clock change. I waited an hour late, and you had surely gone to bed!'],
      ['zihan', 'I waited an hour EARLY I will trust the app from now on, it shows both our times.'],
      ['siobhan', 'Agreed. No more counting on fingers.'],
    ],
  },
  {
    when: { week: 7, hours: 16 },
    lines: [
      ['zihan', 'I cut the fish market story from 4:10 to 1:58. I miss the part with the old man singing.'],
      ['siobhan', 'Send him home with an outro: ten seconds of him under the credits. The listener gets a present.'],
      ['zihan', '好主意! I will try that tonight.'],
    ],
  },
  {
    when: { week: 10, hours: 14 },
    lines: [
      ['zihan', 'The community station wants to air it. Sunday morning, before the weather.'],
      ['siobhan', 'That is the best slot there is. Everybody is making toast and listening.'],
    ],
  },
]

export const circle: Talk = [
  {
    when: { week: 1, hours: 3 },
    lines: [
      ['siobhan', 'Welcome to the circle, you two. House rule: we say what worked before we say what didn’t.'],
      ['noah', 'ok my first line was bad but I liked Lucía’s with the elevator'],
      ['lucia', 'Thank you!! I wrote it in Spanish first'],
      ['siobhan', 'Write in whatever language it arrives in.'],
    ],
  },
  {
    when: { week: 3, hours: 48 },
    lines: [
      ['noah', 'does dialogue always need “he said”?'],
      ['siobhan', 'Only where we could be lost. Take them all out and put back the ones you miss.'],
      ['lucia', 'I took out 11 and put back 2'],
    ],
  },
  {
    when: { week: 7, hours: 2 },
    lines: [
      [
        'noah',
        'had to leave for practice, sorry. but I read Lucía’s ending on the bus and actually said “oh no” out loud',
      ],
      ['lucia', 'that is the best review of my life'],
    ],
  },
  {
    when: { week: 10, hours: 22 },
    lines: [
      ['siobhan', 'Next time each of us reads one page aloud. Standing up helps more than you think.'],
      ['lucia', 'even on camera?'],
      ['siobhan', 'Camera off is completely fine. The voice is what stands up.'],
    ],
  },
]
