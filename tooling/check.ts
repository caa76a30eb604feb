import { spawnSync } from 'node:child_process'
import { root } from './ran-test.ts'

// Runs every gate, whatever fails before it, and ends with what failed.

const gates: Record<string, string> = {
  types: 'tsc --noEmit',
  lint: 'oxlint --deny-warnings',
  formatting: 'oxfmt --check',
  'generated documents': 'node tooling/docs.ts --check',
  'breaking changes of the API': 'node tooling/openapi-released.ts',
  'unused and unlisted': 'knip',
  'Storybook builds': 'storybook build --quiet --output-dir node_modules/.cache/clientele/storybook',
  'every story, on one sheet': 'node tooling/contact-sheet.ts',
  size: 'node tooling/size.ts --check',
  'packages as they are published': 'node tooling/packages.ts',
}

const failed: string[] = []
for (const [name, command] of Object.entries(gates)) {
  console.log(`\n── ${name} (${command})`)
  const start = performance.now()
  const { status } = spawnSync(command, { cwd: root, stdio: 'inherit', shell: true })
  console.log(`── ${name}: ${status === 0 ? 'ok' : 'FAILED'}, ${((performance.now() - start) / 1000).toFixed(1)} s`)
  if (status !== 0) failed.push(name)
}

console.log(failed.length > 0 ? `\ncheck: failed: ${failed.join(', ')}` : '\ncheck: all gates passed')
process.exitCode = failed.length > 0 ? 1 : 0
