import { defineConfig } from '@playwright/test'
import { chromiumLaunch } from './tooling/chromium.ts'

const baseURL = 'http://127.0.0.1:5197'

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.e2e.ts',
  forbidOnly: true,
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: { baseURL, launchOptions: await chromiumLaunch(), trace: 'retain-on-failure' },
  webServer: {
    command: 'node apps/demo/demo.ts',
    url: baseURL,
    env: { PORT: '5197', DATABASE_URL: 'memory:' },
    reuseExistingServer: false,
    timeout: 120_000,
  },
  projects: [
    { name: 'chromium', use: { viewport: { width: 1280, height: 800 } } },
    { name: 'phone', use: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } },
    { name: 'embedder-tests', testDir: 'examples/embedder-tests' },
  ],
})
