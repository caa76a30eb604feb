import { spawnSync } from 'node:child_process'
import { globSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { packedInstall } from './packed-install.ts'
import { root } from './ran-test.ts'

// Builds and packs the packages, and looks at the tarballs as an installer, a type checker and a program would.
const faults: string[] = []
const folder = mkdtempSync(join(tmpdir(), 'clientele-packed-'))
try {
  for (const manifest of globSync('packages/*/package.json', { cwd: root }).toSorted()) {
    const name = `./${dirname(manifest)}`
    step('pnpm', '--filter', name, 'run', 'build')
    step('pnpm', '--filter', name, 'pack', '--pack-destination', folder)
  }
  const tarballs = globSync(join(folder, '*.tgz')).toSorted()
  for (const tarball of tarballs) {
    step('publint', 'run', tarball, '--strict', '--level', 'warning')
    // node10 reads no `exports`: subpaths are out of its reach in any package. A style sheet has no types, and what
    // browsers load without a bundler no CommonJS.
    step(
      'attw',
      tarball,
      '--profile',
      'node16',
      '--exclude-entrypoints',
      './styles.css',
      './mount',
      '--format',
      'ascii',
      '--no-emoji',
    )
  }
  if (faults.length === 0) packedInstall(join(folder, 'install'), tarballs, run)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.exitCode = faults.length > 0 ? 1 : 0

function step(command: string, ...args: string[]): void {
  run(root, command, ...args)
}

/** Runs a command, and shows what it said only where it fails. */
function run(cwd: string, command: string, ...args: string[]): void {
  const line = [command, ...args.map((argument) => basename(argument))].join(' ')
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${line}`)
  if (status === 0) return
  faults.push(line)
  console.log(`${stdout}\n${stderr}`)
}
