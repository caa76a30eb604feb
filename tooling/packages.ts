import { spawnSync } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { entryPointsOf, type Exported } from './entry-points.ts'
import { packedInstall } from './packed-install.ts'
import { root } from './ran-test.ts'

interface Manifest {
  name: string
  version: string
  publishConfig: { exports: Record<string, Exported> }
}

// Builds and packs the packages, and looks at the tarballs as an installer, a type checker and a program would.
const faults: string[] = []
const folder = mkdtempSync(join(tmpdir(), 'clientele-packed-'))
try {
  const tarballs = globSync('packages/*/package.json', { cwd: root })
    .toSorted()
    .map((file) => packed(dirname(file)))
  if (faults.length === 0) packedInstall(join(folder, 'install'), tarballs, run)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.exitCode = faults.length > 0 ? 1 : 0

function packed(name: string): string {
  const at = join(root, name)
  const manifest = JSON.parse(readFileSync(join(at, 'package.json'), 'utf8')) as Manifest
  const tarball = join(folder, `${manifest.name.replace('@', '').replace('/', '-')}-${manifest.version}.tgz`)
  step('pnpm', '--filter', `./${name}`, 'run', 'build')
  step('pnpm', '--filter', `./${name}`, 'pack', '--pack-destination', folder)
  step('publint', 'run', tarball, '--strict', '--level', 'warning')
  const files = globSync('dist/**/*', { cwd: at }).map((file) => `./${file}`)
  for (const [profile, entryPoints] of Object.entries(entryPointsOf(manifest.publishConfig.exports, files))) {
    // node10 reads no `exports`: subpaths are out of its reach in any package, and no profile here asks for it
    const looks = ['--profile', profile, '--format', 'ascii', '--no-emoji', '--entrypoints', ...entryPoints]
    if (entryPoints.length > 0) step('attw', tarball, ...looks)
  }
  return tarball
}

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
