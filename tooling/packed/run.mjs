import * as contract from '@clientele/contract'
import * as mocks from '@clientele/mocks'
import * as sdk from '@clientele/sdk'
import * as server from '@clientele/server'
import { runWith } from './run-with.cjs'

await runWith('ESM', contract, sdk, server, mocks)
