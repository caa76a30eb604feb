import '@clientele/react/styles.css'
import './panel.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'

const place = document.getElementById('panel')
if (!place) throw new Error('The page has no element #panel to show the panel in.')
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
