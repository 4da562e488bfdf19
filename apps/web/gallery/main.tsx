import '../src/style.css'
import { createRoot } from 'react-dom/client'
import { browserLocale, speak } from '../src/platform/i18n.ts'
import { Words } from '../src/platform/Words.tsx'
import { Toasts } from '../src/ui/Toast.tsx'
import { Gallery } from './Gallery.tsx'

// `?language=ar` and `?theme=dark` show the primitives as another reader would see them.
const wanted = new URLSearchParams(location.search)
const locale = (['en', 'es', 'ar'] as const).find((one) => one === wanted.get('language')) ?? browserLocale()
document.documentElement.dataset.theme = wanted.get('theme') ?? 'light'
await speak(locale, 'all')

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <Words>
      <Gallery />
      <Toasts />
    </Words>,
  )
}
