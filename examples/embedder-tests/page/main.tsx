import { createClient } from '@clientele/sdk'
import '@clientele/react/styles.css'
import { createRoot } from 'react-dom/client'
import { CustomersPage } from '../customers-page.tsx'

const api = createClient({ baseUrl: '/', token: 'any', retries: 0 })
const root = document.querySelector('#root')
if (root) createRoot(root).render(<CustomersPage api={api} />)
