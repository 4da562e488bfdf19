import { stored } from './stored.ts'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

const kept = stored<Theme>('theme', themes, 'system')

/** The theme this browser was told to show. */
export const theme = kept.read

/** Shows a theme and keeps it in this browser. `system` follows the device. */
export function setTheme(next: Theme): void {
  kept.write(next)
  applyTheme()
}

/** Puts the kept theme on the page; `ui/tokens.css` does the rest. */
export function applyTheme(): void {
  const chosen = kept.read()
  if (chosen === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = chosen
}
