import { lingui } from '@lingui/vite-plugin'
import tailwind from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const server = 'http://127.0.0.1:3000'

/** React Aria brings its own words in thirty languages; we keep those we speak. */
function ourLanguagesOnly(): Plugin {
  const foreign = /[\\/]intl[\\/].+[\\/](?!en-US|es-ES|ar-AE)[a-z]{2}-[A-Z]{2}\.mjs$/
  return {
    name: 'our-languages-only',
    enforce: 'pre',
    load: { filter: { id: foreign }, handler: () => 'export default {}' },
  }
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), lingui({ cwd: import.meta.dirname, macroTransform: true }), tailwind(), ourLanguagesOnly()],
  server: {
    port: 5173,
    strictPort: true,
    proxy: { '/api': server, '/socket.io': { target: server, ws: true } },
  },
  build: {
    target: 'es2023',
    manifest: true,
    sourcemap: false,
    // An inlined font or picture would be a `data:` address, which the content-security policy does not allow.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Everything the first page needs in one file, instead of twenty small ones.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'front', test: /[\\/]SignInPage\.tsx$/ }] } } },
  },
})
