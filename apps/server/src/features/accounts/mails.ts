import type { Locale } from '@ithaca/contract'
import type { Mail } from '../../platform/mailer.ts'
import type { FoundAccount, Purpose } from './store.ts'

type Text = { subject: string; text: (name: string, link: string) => string }

const texts = {
  en: {
    signIn: {
      subject: 'Your sign-in link',
      text: (name, link) =>
        `Hello ${name},\n\nopen this link to sign in to Ithaca. It works once, within 15 minutes:\n\n${link}\n\n` +
        'If you did not ask for it, you need not do anything.\n',
    },
    reset: {
      subject: 'Choose a new password',
      text: (name, link) =>
        `Hello ${name},\n\nopen this link to choose a new password. It works once, within an hour:\n\n${link}\n\n` +
        'If you did not ask for it, you need not do anything: your password stays as it is.\n',
    },
  },
  es: {
    signIn: {
      subject: 'Tu enlace para entrar',
      text: (name, link) =>
        `Hola, ${name}:\n\nabre este enlace para entrar en Ithaca. Sirve una sola vez, durante 15 minutos:\n\n${link}\n\n` +
        'Si no lo has pedido, no tienes que hacer nada.\n',
    },
    reset: {
      subject: 'Elige una nueva contraseña',
      text: (name, link) =>
        `Hola, ${name}:\n\nabre este enlace para elegir una nueva contraseña. Sirve una sola vez, durante una hora:\n\n${link}\n\n` +
        'Si no lo has pedido, no tienes que hacer nada: tu contraseña sigue siendo la misma.\n',
    },
  },
  ar: {
    signIn: {
      subject: 'رابط الدخول الخاص بك',
      text: (name, link) =>
        `مرحبًا ${name}،\n\nافتح هذا الرابط للدخول إلى Ithaca. يعمل مرة واحدة فقط خلال 15 دقيقة:\n\n${link}\n\n` +
        'إذا لم تطلبه فلا حاجة إلى فعل أي شيء.\n',
    },
    reset: {
      subject: 'اختر كلمة مرور جديدة',
      text: (name, link) =>
        `مرحبًا ${name}،\n\nافتح هذا الرابط لاختيار كلمة مرور جديدة. يعمل مرة واحدة فقط خلال ساعة:\n\n${link}\n\n` +
        'إذا لم تطلبه فلا حاجة إلى فعل أي شيء: كلمة مرورك باقية كما هي.\n',
    },
  },
} satisfies Record<Locale, Record<Purpose, Text>>

/** The mail that carries a link, in the person's own language. */
export function secretMail({ email, name, locale }: FoundAccount, purpose: Purpose, link: string): Mail {
  const { subject, text } = texts[locale][purpose]
  return { to: email, subject, text: text(name, link) }
}
