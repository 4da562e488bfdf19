import type { Locale } from '@ithaca/contract'
import type { Mail } from '../../platform/mailer.ts'

export type InvitationWords = {
  to: string
  locale: Locale
  /** The coordinator who invites. */
  from: string
  tie: 'mentor' | 'mentee'
  program: { name: string; organization: string }
  link: string
}
type Text = {
  subject: string
  tie: Record<InvitationWords['tie'], string>
  text: (words: InvitationWords & { as: string }) => string
}

const texts = {
  en: {
    subject: 'You are invited to Ithaca',
    tie: { mentor: 'as a mentor', mentee: 'as a mentee' },
    text: ({ from, as, program, link }) =>
      `Hello,\n\n${from} invites you into the program “${program.name}” of ${program.organization}, ${as}.\n\n` +
      `Open this link to look at it and accept. It works for 14 days:\n\n${link}\n\n` +
      'The link is yours alone: please do not pass it on.\n',
  },
  es: {
    subject: 'Te invitan a Ithaca',
    tie: { mentor: 'como mentor o mentora', mentee: 'como aprendiz' },
    text: ({ from, as, program, link }) =>
      `Hola:\n\n${from} te invita al programa «${program.name}» de ${program.organization}, ${as}.\n\n` +
      `Abre este enlace para verlo y aceptar. Sirve durante 14 días:\n\n${link}\n\n` +
      'El enlace es solo para ti: no lo compartas, por favor.\n',
  },
  ar: {
    subject: 'دعوة إلى Ithaca',
    tie: { mentor: 'بصفة مرشد', mentee: 'بصفة متدرب' },
    text: ({ from, as, program, link }) =>
      `مرحبًا،\n\nيدعوك ${from} إلى برنامج «${program.name}» لدى ${program.organization} ${as}.\n\n` +
      `افتح هذا الرابط للاطلاع والقبول. يعمل لمدة 14 يومًا:\n\n${link}\n\n` +
      'هذا الرابط لك وحدك، فلا تشاركه مع أحد.\n',
  },
} satisfies Record<Locale, Text>

/** The mail that invites a person into a program. */
export function invitationMail(words: InvitationWords): Mail {
  const { subject, tie, text } = texts[words.locale]
  return { to: words.to, subject, text: text({ ...words, as: tie[words.tie] }) }
}
