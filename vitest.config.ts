import { fileURLToPath } from 'node:url'
import { STORYBOOK_TEST_INITIAL_GLOBALS_PROVIDE_KEY as initialGlobals } from '@storybook/addon-vitest/constants'
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin'
import type { BrowserContextOptions } from '@playwright/test'
import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { chromiumLaunch } from './tooling/chromium.ts'

// every file opens databases of its own, so that sharing modules shares nothing else and spares a third of the time
const server = { environment: 'node' as const, isolate: false, include: ['packages/server/src/**/*.test.ts'] }

const reactInRealTime = ['./tooling/react-in-real-time.ts']

// what holds a React by itself has to hold the same one
const react18 = ['react', 'react-dom', '@testing-library/react', '@tanstack/react-query'].map((name) => ({
  find: new RegExp(`^${name}(?=/|$)`),
  replacement: fileURLToPath(new URL(`tooling/react-18/node_modules/${name}`, import.meta.url)),
}))

const launchOptions = await chromiumLaunch()
const browser = { enabled: true, headless: true, screenshotFailures: false, provider: playwright({ launchOptions }) }

declare module 'vitest' {
  interface ProvidedContext {
    [initialGlobals]: object
  }
}

/** One more run of the stories that are tagged for it: with other toolbars, or a browser that asks for other colours. */
const mode = (name: string, globals: object, contextOptions: BrowserContextOptions = {}) => ({
  browser: 'chromium' as const,
  name,
  provide: { [initialGlobals]: globals },
  provider: playwright({ launchOptions, contextOptions }),
})

export default defineConfig({
  test: {
    passWithNoTests: true,
    // two cores are the smallest machine this runs on, and each embedded PostgreSQL takes half a gigabyte
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    setupFiles: ['./tooling/fail-on-console.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['packages/{contract,mocks,sdk}/src/**/*.test.ts', 'tooling/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'sdk-by-ky',
          environment: 'node',
          include: ['packages/sdk/src/{abort,answer,retry,timeout,token}.test.ts'],
          env: { SDK_SENDS_BY: 'ky' },
        },
      },
      { extends: true, test: { ...server, name: 'server-pglite', provide: { databaseUrl: 'memory:' } } },
      { extends: true, test: { ...server, name: 'server-postgres', globalSetup: ['./tooling/provide-postgres.ts'] } },
      { extends: true, test: { name: 'examples', environment: 'node', include: ['examples/**/*.test.ts'] } },
      {
        extends: true,
        plugins: [react()],
        test: {
          name: 'embedder-tests',
          environment: 'happy-dom',
          include: ['examples/embedder-tests/**/*.test.tsx'],
          setupFiles: reactInRealTime,
          globals: true,
        },
      },
      {
        extends: true,
        plugins: [react()],
        test: {
          name: 'dom',
          environment: 'happy-dom',
          include: ['packages/react/src/**/*.test.tsx'],
          setupFiles: reactInRealTime,
          globals: true, // Testing Library cleans up after a test only where it finds a global afterEach
        },
      },
      {
        extends: true,
        plugins: [react()],
        resolve: { alias: react18 },
        test: {
          name: 'dom-react-18',
          environment: 'happy-dom',
          include: ['packages/react/src/**/*.test.tsx'],
          setupFiles: reactInRealTime,
          exclude: ['packages/react/src/mount/**'], // it brings a React of its own
          globals: true,
        },
      },
      {
        extends: true,
        plugins: [react(), storybookTest({ configDir: '.storybook' })],
        test: { name: 'stories', browser: { ...browser, instances: [{ browser: 'chromium' }] } },
      },
      {
        extends: true,
        plugins: [react(), storybookTest({ configDir: '.storybook', tags: { include: ['modes'] } })],
        test: {
          name: 'stories-modes',
          browser: {
            ...browser,
            instances: [
              mode('dark', { theme: 'dark' }),
              mode('german on a phone', { language: 'de', viewport: { value: 'phone' }, density: 'compact' }),
              mode('right to left', { direction: 'rtl' }),
              mode('forced colors and less motion', {}, { forcedColors: 'active', reducedMotion: 'reduce' }),
              mode('in Bootstrap 3', { hostPage: 'bootstrap3' }),
              mode('French with Tailwind preflight', { language: 'fr', hostPage: 'tailwind' }),
            ],
          },
        },
      },
      { extends: true, test: { name: 'demo', environment: 'node', include: ['apps/demo/**/*.test.ts'] } },
    ],
  },
})
