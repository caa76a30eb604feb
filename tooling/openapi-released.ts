import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { breakingChanges, type OpenApi } from './openapi-diff.ts'
import { root } from './ran-test.ts'

// Compares docs/openapi.json with that of the last release. A breaking change wants a changeset of kind `major`.
const released = join(root, 'docs/openapi.released.json')
const changes = existsSync(released) ? breakingChanges(read(released), read(join(root, 'docs/openapi.json'))) : []
for (const change of changes) console.log(`Breaking: ${change}`)
if (!existsSync(released)) console.log('Nothing has been released yet.')
if (changes.length > 0 && !hasMajorChangeset()) {
  console.error('These changes break callers of the last release: take them back, or add a changeset of kind `major`.')
  process.exitCode = 1
}

function read(file: string): OpenApi {
  return JSON.parse(readFileSync(file, 'utf8')) as OpenApi
}

function hasMajorChangeset(): boolean {
  const files = globSync('.changeset/*.md', { cwd: root })
  return files.some((file) => /^['"]?@clientele\/[\w-]+['"]?: major$/m.test(readFileSync(join(root, file), 'utf8')))
}
