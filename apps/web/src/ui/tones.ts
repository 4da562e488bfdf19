/** How a thing stands: a word for the eye, always beside words for the ear. */
export type Tone = 'neutral' | 'accent' | 'good' | 'fair' | 'poor' | 'help'

/** Quiet fills with readable text, one for each tone. */
export const toneFill: Record<Tone, string> = {
  neutral: 'bg-sunken text-ink',
  accent: 'bg-accent-tint text-accent',
  good: 'bg-good-tint text-good',
  fair: 'bg-fair-tint text-fair',
  poor: 'bg-poor-tint text-poor',
  help: 'bg-help-tint text-help',
}
