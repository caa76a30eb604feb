import '@clientele/react/styles.css'
import './panel.css'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { followDemoClock } from './page-clock.ts'

const place = document.getElementById('panel')
if (!place) throw new Error('The page has no element #panel to show the panel in.')
await followDemoClock()
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={new QueryClient()}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
)
