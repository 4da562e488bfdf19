import './style.css'
import { type ReactNode, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { frontPage } from './front.tsx'
import { browserLocale, speak } from './platform/i18n.ts'
import { applyTheme } from './platform/theme.ts'
import { Words } from './platform/Words.tsx'

// The schema library would compile its checks with `new Function`, which the content-security policy forbids.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })

applyTheme()

const front = frontPage(location.pathname)
const [, page] = await Promise.all([
  speak(browserLocale(), front ? 'front' : 'all'),
  front ? front() : import('./app.tsx').then(({ house }) => house()),
])

const root = document.getElementById('root')
if (root) createRoot(root).render(frame(page))

function frame(content: ReactNode): ReactNode {
  return (
    <StrictMode>
      <Words>{content}</Words>
    </StrictMode>
  )
}
