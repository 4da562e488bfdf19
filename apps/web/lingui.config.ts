import { defineConfig } from '@lingui/cli'
import { formatter } from '@lingui/format-po'

/** One catalog per feature and language, and `house` for what belongs to all, so that no file is edited by everybody. */
export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'es', 'ar'],
  // Line numbers would change with every edit.
  format: formatter({ lineNumbers: false }),
  catalogs: [
    {
      path: '<rootDir>/src/i18n/{name}/{locale}',
      include: ['<rootDir>/src/features/{name}/'],
      exclude: ['**/*.test.ts', '**/*.test.tsx'],
    },
    {
      path: '<rootDir>/src/i18n/house/{locale}',
      include: ['<rootDir>/src/platform/', '<rootDir>/src/ui/', '<rootDir>/src/shell/', '<rootDir>/src/app.tsx'],
      exclude: ['**/*.test.ts', '**/*.test.tsx'],
    },
  ],
})
