import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { everyRowProgram, exportsProgram } from './packed-programs.ts'
import { root } from './ran-test.ts'

/** Installs the tarballs in an empty folder, runs programs on them as ESM and as CJS, and type-checks another. */
export function packedInstall(
  folder: string,
  tarballs: readonly string[],
  run: (cwd: string, command: string, ...args: string[]) => void,
): void {
  cpSync(join(root, 'tooling/packed'), folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), packageJson(tarballs))
  for (const kind of ['mts', 'cts']) {
    writeFileSync(join(folder, `every-row.${kind}`), everyRowProgram())
    writeFileSync(join(folder, `kit.${kind}`), exportsProgram('@clientele/react'))
    writeFileSync(join(folder, `access.${kind}`), exportsProgram('@clientele/react/access'))
    writeFileSync(join(folder, `mocks.${kind}`), exportsProgram('@clientele/mocks'))
  }
  writeFileSync(join(folder, 'mount.mts'), exportsProgram('@clientele/react/mount')) // ESM alone
  run(folder, 'npm', 'install', '--no-audit', '--no-fund', '--no-package-lock', '--prefer-offline', '--loglevel=error')
  run(folder, 'node', 'run.mjs')
  run(folder, 'node', 'run.cjs')
  run(folder, 'node', 'render.mjs')
  run(folder, 'node', 'render.cjs')
  run(folder, join('node_modules', '.bin', 'clientele-server'), 'bootstrap', 'Example Hosting')
  run(folder, 'tsc', '--project', '.')
}

function packageJson(tarballs: readonly string[]): string {
  const dependencies = tarballs.map((tarball) => [`@clientele/${nameIn(tarball)}`, `file:${tarball}`])
  return JSON.stringify({
    name: 'empty',
    private: true,
    dependencies: { ...Object.fromEntries(dependencies), ...peersOf('react'), ...peersOf('mocks') },
    devDependencies: { '@types/react': '^19.0.0' },
  })
}

interface Manifest {
  peerDependencies: Record<string, string>
}

function peersOf(name: string): Record<string, string> {
  const manifest = readFileSync(join(root, 'packages', name, 'package.json'), 'utf8')
  return (JSON.parse(manifest) as Manifest).peerDependencies
}

function nameIn(tarball: string): string {
  return /^clientele-([a-z]+)-/.exec(basename(tarball))?.[1] ?? ''
}
