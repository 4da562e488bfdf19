import type { Talk } from './sitting.ts'

/** The richest conversation: it is the one that whoever tries the demo opens first. */
export const zofia: Talk = [
  {
    when: { week: 1, hours: -26 },
    lines: [
      [
        'amina',
        'Hello Zofia! I am Amina. I work with data at a water company in Nairobi, and I am your mentor this year.',
      ],
      ['amina', 'No need to prepare anything for our first session. Just tell me what you are curious about.'],
      ['zofia', 'Hi! ok cool. I’m a bit nervous but also excited'],
      ['zofia', 'I like building things and I hate presentations'],
      ['amina', 'Then we have a lot to talk about. I used to shake when I had to present.'],
    ],
  },
  {
    when: { week: 1, hours: 1.5 },
    lines: [
      ['zofia', 'that went really fast! thank you'],
      ['amina', 'Thank you. I liked how you explained your bike lamp. You already think like an engineer.'],
    ],
  },
  {
    when: { week: 2, hours: 0.1 },
    lines: [
      ['zofia', 'sorry sorry bus was late, I’m coming in now'],
      ['amina', 'All good, take your time. I have tea.'],
    ],
  },
  {
    when: { week: 2, hours: 21 },
    lines: [
      [
        'zofia',
        'I looked up the thing you said about sensors. There’s a science fair in spring and I want to build a weather station',
      ],
      ['amina', 'Yes! What would you measure first?'],
      ['zofia', 'temperature, rain, maybe wind. but I have never soldered anything'],
      ['amina', 'Nobody has, until they have. Does your school have a workshop, or a teacher you could ask?'],
      ['zofia', 'Mr Adeyemi does the electronics club. I could ask him'],
      ['amina', 'Write down the three questions you want to ask him. Then it is a list, not a leap.'],
    ],
  },
  {
    when: { week: 3, hours: 1.2 },
    lines: [
      [
        'amina',
        'Your sketch is lovely. I put “Build a weather station” into our goals, with the steps you named. Change the words if they do not sound like you.',
      ],
      ['zofia', 'I changed the title a bit!!'],
      ['amina', 'Much better than mine.'],
    ],
  },
  {
    when: { week: 3, hours: 50 },
    lines: [
      ['zofia', 'Mr Adeyemi said YES and he has a spare board'],
      ['zofia', 'he also said come on club day and bring the sketch'],
      ['amina', 'You asked, and the answer was yes. Remember this the next time you hesitate.'],
    ],
  },
  {
    when: { week: 4, hours: 1 },
    lines: [
      ['zofia', 'this is what I get now: 21.4, 21.4, 21.5, -127, 21.4'],
      ['amina', 'Ha. What could −127 mean? Do you think your kitchen froze for one second?'],
      ['zofia', 'no lol. the cable is loose?'],
      ['amina', 'I think so too. Sensors often shout a number like that when they hear nothing.'],
      ['zofia', 'fixed it with tape. very professional'],
    ],
  },
  {
    when: { week: 5, hours: 2 },
    lines: [
      [
        'amina',
        'One more thought on the chart: the line looked dramatic because the axis began at 20. Try it from 0 and tell me what you see.',
      ],
      ['zofia', 'omg it’s basically flat'],
      ['zofia', 'so the newspaper chart you showed me did the same thing??'],
      ['amina', 'Exactly the same thing. Now you cannot unsee it.'],
    ],
  },
  {
    when: { week: 6, hours: 0.2 },
    lines: [
      ['zofia', 'it says connection failed, trying again'],
      ['zofia', 'third time now, our wifi is broken since this morning'],
      ['amina', 'I see you trying. Please don’t worry, this is not counted against you. Shall we write here instead?'],
      ['zofia', 'ok. rain gauge question: the little bucket tips but nothing happens on the screen'],
      ['amina', 'How many wires go to the switch, and which pins are they on?'],
      ['zofia', 'two. ground and 5'],
      ['amina', 'Try the pull-up setting for pin 5. One word in your code: look for INPUT and make it INPUT_PULLUP.'],
      ['zofia', 'IT COUNTS'],
      ['amina', 'Well done. You just debugged hardware over text.'],
    ],
  },
  {
    when: { week: 7, hours: 3 },
    lines: [
      ['zofia', 'I practiced in front of my sister and only looked at the page twice'],
      ['amina', 'Twice! Last week it was every sentence. What helped?'],
      ['zofia', 'starting with the -127 story. she laughed and then I wasn’t scared anymore'],
      ['amina', 'Keep that opening.'],
    ],
  },
  {
    when: { week: 8, hours: 0.6 },
    lines: [
      ['amina', 'You froze and then the call was gone. Power cut on my side, the whole street is dark. I am sorry!'],
      ['zofia', 'no problem!! I cleaned the first week of readings already, 14 bad rows'],
      ['amina', 'Did you delete them, or mark them?'],
      ['zofia', 'marked, like you said. with a reason in the next column'],
      ['amina', 'That is exactly how we do it at work.'],
    ],
  },
  {
    when: { week: 9, hours: 70 },
    lines: [
      ['zofia', 'fair is tomorrow and I can’t sleep'],
      [
        'amina',
        'That is your body taking it seriously. Lay out your clothes, put the station by the door, and read something silly.',
      ],
      ['amina', 'You know this project better than anyone who will stand in front of your table.'],
    ],
  },
  {
    when: { week: 9, hours: 96 },
    lines: [
      ['zofia', 'SECOND PLACE!!!'],
      ['zofia', 'and a lady from the river trust asked if they can have my rain data'],
      ['amina', 'Zofia!! I just read this out loud in my office and people clapped.'],
      ['amina', 'Second place is wonderful. Somebody wanting your data is what scientists dream of.'],
      ['zofia', 'mum cried a bit. I also maybe cried'],
    ],
  },
  {
    when: { week: 10, hours: 1.3 },
    lines: [
      [
        'amina',
        'I noted what you said at the end: “I want to do this with other people.” Let’s look for a summer course next time.',
      ],
      ['zofia', 'there is one at the university but I’m probably too young'],
      ['amina', 'Send the questions, not the worries. Let them be the ones to say it.'],
    ],
  },
  {
    when: { minutesAgo: 44 },
    lines: [
      ['zofia', 'I’m home! is it ok if I join from my phone? my sister has the laptop'],
      ['amina', 'Of course. And leave the camera off if the kitchen is busy.'],
      ['zofia', 'it IS busy, it’s pierogi day'],
      ['amina', 'Now I am jealous. Bring the two slides you were unsure about.'],
      ['amina', 'I have opened our notes. See you in a moment.'],
    ],
  },
]
