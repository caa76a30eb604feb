import { isApiError } from '@clientele/sdk'
import { parseArgs } from 'node:util'
import { connect } from './connect.ts'
import { runScript } from './run-script.ts'

const usage = `node examples/node/add-client.ts FIRST_NAME LAST_NAME [--company NAME] [--email ADDRESS] [--accept-duplicate]

Adds one client and prints its id.

  --accept-duplicate   adds it although there is one like it

Exit code: 0 added · 1 refused · 2 wrong arguments, or no server
`

await runScript(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      company: { type: 'string' },
      email: { type: 'string' },
      'accept-duplicate': { type: 'boolean', default: false },
      help: { type: 'boolean' },
    },
  })
  if (values.help) {
    process.stdout.write(usage)
    return 0
  }
  const [firstName, lastName, ...more] = positionals
  if (!firstName || !lastName || more.length > 0) throw new Error(usage)
  try {
    const added = await connect().clients.create({
      form: 'quick',
      person: { firstName, lastName },
      ...(values.company === undefined ? {} : { company: values.company }),
      ...(values.email === undefined ? {} : { primaryEmail: values.email }),
      acceptDuplicate: values['accept-duplicate'],
    })
    process.stdout.write(`${added.id}\n`)
    return 0
  } catch (error) {
    if (!isApiError(error)) throw error
    process.stderr.write(`${error.message}\n`)
    if (isApiError(error, 'duplicate_suspected')) {
      for (const { id, name, matches } of error.data.candidates) {
        process.stderr.write(`${id}\t${name}\t(same ${matches})\n`)
      }
    }
    return 1
  }
})
