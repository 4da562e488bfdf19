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

/**
 * mediasoup-client brings handlers for its own tests, for React Native and for browsers too old for our styles, and a
 * logger that nobody reads.
 */
function lighterMedia(): Plugin {
  const unused =
    /mediasoup-client[\\/]lib[\\/](handlers[\\/](FakeHandler|ReactNative106|Chrome74)|test[\\/]fakeParameters)\.js$/
  const logger = /[\\/]debug[\\/]src[\\/]browser\.js$/
  return {
    name: 'lighter-media',
    enforce: 'pre',
    apply: 'build',
    load: {
      filter: { id: [unused, logger] },
      handler: (id) => (logger.test(id) ? 'module.exports = () => () => undefined' : 'module.exports = {}'),
    },
  }
}

/** Every schema of zod can also describe itself as JSON Schema; only the server's API reference asks for that. */
function noJsonSchema(): Plugin {
  const describing = /zod[\\/]v4[\\/]core[\\/](json-schema-processors|to-json-schema)\.js$/
  return {
    name: 'no-json-schema',
    enforce: 'pre',
    apply: 'build',
    transform: {
      filter: { id: describing },
      handler: (code) => {
        const names = [...code.matchAll(/^export (?:const|function) (\w+)/gm)].map(([, name]) => name)
        return { code: names.map((name) => `export const ${name} = () => undefined`).join('\n'), map: null }
      },
    },
  }
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    react(),
    lingui({ cwd: import.meta.dirname, macroTransform: true }),
    tailwind(),
    ourLanguagesOnly(),
    lighterMedia(),
    noJsonSchema(),
  ],
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
    // What is always needed together comes in one file, instead of fifty small ones.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'front',
              test: /src[\\/](features[\\/]accounts[\\/]SignInPage|platform[\\/](Words|theme))\.tsx?$/,
              priority: 2,
            },
            {
              name: 'house',
              test: /src[\\/](app|ui[\\/](Avatar|Badge|Clock|IconButton|Page|Select|Sheet|States))\.tsx$/,
              priority: 1,
            },
            { name: 'icons', test: /lucide-react/ },
          ],
        },
      },
    },
  },
})
