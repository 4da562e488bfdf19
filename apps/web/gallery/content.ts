/** Invented people in several scripts. */
export const people = ['Amina Odhiambo', 'Tomás Quispe', 'ليلى حداد', 'Ngozi Eze', '山田 花', 'Priya Nair', 'Solveig']

/** Invented sessions. */
export const rows = [
  {
    when: 'Nov 24, 2026, 6:00 PM',
    mentor: 'Amina Odhiambo',
    mentee: 'Tomás Quispe',
    together: '42 min',
    outcome: 'Held',
    tone: 'good',
  },
  {
    when: 'Nov 17, 2026, 6:00 PM',
    mentor: 'Ngozi Eze',
    mentee: 'Priya Nair',
    together: '8 min',
    outcome: 'Partial',
    tone: 'fair',
  },
  {
    when: 'Nov 10, 2026, 6:00 PM',
    mentor: 'Solveig Lund',
    mentee: 'ليلى حداد',
    together: '0 min',
    outcome: 'No-show',
    tone: 'poor',
  },
  {
    when: 'Nov 3, 2026, 6:00 PM',
    mentor: 'Amina Odhiambo',
    mentee: '山田 花',
    together: '0 min',
    outcome: 'Technical failure',
    tone: 'help',
  },
] as const
