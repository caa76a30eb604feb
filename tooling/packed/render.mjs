import * as clients from '@clientele/react'
import * as access from '@clientele/react/access'
import * as german from '@clientele/react/locales/de'
import * as sdk from '@clientele/sdk'
import react from 'react'
import dom from 'react-dom/server'
import { renderWith } from './render-with.cjs'

renderWith('ESM', { ...clients, ...access }, german, sdk, react, dom)
