import type { Where } from '../cast.ts'
import { circle, emre, taras, wanjiru, zihan } from './english.ts'
import { ananya, maryam, yusuf } from './more.ts'
import type { Talk } from './sitting.ts'
import { lucia, samuel, valentina } from './spanish.ts'
import { zofia } from './zofia.ts'

/** The conversation of every match. */
export const talks: Record<Where, Talk> = {
  zofia,
  wanjiru,
  lucia,
  samuel,
  valentina,
  ananya,
  yusuf,
  maryam,
  emre,
  taras,
  zihan,
  circle,
}
