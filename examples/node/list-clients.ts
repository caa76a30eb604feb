import { parseArgs } from 'node:util'
import { connect } from './connect.ts'
import { runScript } from './run-script.ts'

const usage = `node examples/node/list-clients.ts [--q WORDS]

Prints every client that the key can see: id, name and e-mail address, with tabs between them.

  --q WORDS   only those that have these beginnings of words
`

await runScript(async () => {
  const { values } = parseArgs({ options: { q: { type: 'string' }, help: { type: 'boolean' } } })
  if (values.help) {
    process.stdout.write(usage)
    return 0
  }
  const query = { limit: 200, ...(values.q === undefined ? {} : { q: values.q }) }
  // each page is asked for when the one before is printed, so a long list needs no more memory than a short one
  for await (const { id, name, primaryEmail } of connect().clients.list(query)) {
    process.stdout.write(`${[id, name, primaryEmail ?? ''].join('\t')}\n`)
  }
  return 0
})
