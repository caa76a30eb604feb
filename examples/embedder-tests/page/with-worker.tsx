import { handlers } from '@clientele/mocks'
import { setupWorker } from 'msw/browser'

// The same page in development, where no server runs: a service worker asks the mocks.
await setupWorker(...handlers()).start({ onUnhandledFrame: 'bypass', quiet: true })
await import('./main.tsx')
