import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'

export interface ChromiumLaunch {
  executablePath?: string
  env?: Record<string, string>
}

const cache = resolve(import.meta.dirname, '../node_modules/.cache')

/**
 * Launch options for a Chromium that needs no system step: `CHROMIUM_PATH` where it is set, the npm package's
 * binary on Linux x64, and Playwright's own download everywhere else.
 */
export async function chromiumLaunch(): Promise<ChromiumLaunch> {
  const own = process.env['CHROMIUM_PATH']
  if (own !== undefined && own !== '') return { executablePath: own }
  if (process.platform !== 'linux' || process.arch !== 'x64') return {}
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  const folder = join(cache, `chromium-${versionOf(entry)}`)
  if (!existsSync(join(folder, 'chromium'))) await unpack(entry, folder)
  return {
    executablePath: join(folder, 'chromium'),
    env: {
      ...environment(),
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  }
}

function versionOf(entry: string): string {
  const { version } = createRequire(entry)('../package.json') as { version: string }
  return version
}

/** Unpacks into a fresh folder and renames it into place, so that parallel processes never see half a browser. */
async function unpack(entry: string, folder: string): Promise<void> {
  mkdirSync(cache, { recursive: true })
  const fresh = mkdtempSync(`${folder}.`)
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = fresh // the package unpacks into os.tmpdir() and takes any `chromium` it finds there
  try {
    const { default: chromium, inflate } = await import('@sparticuz/chromium')
    await chromium.executablePath()
    await inflate(join(dirname(entry), '..', 'bin', 'al2023.tar.br')) // its own nss, nspr and expat
    writeFileSync(join(fresh, 'fonts.conf'), fontsConf(folder))
    renameSync(fresh, folder)
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true })
    if (!existsSync(join(folder, 'chromium'))) throw error // else another process was quicker
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
}

/** The package's own file knows one folder of os.tmpdir() only, and a Chromium without a font dies at the first text field. */
function fontsConf(folder: string): string {
  const dirs = [join(folder, 'fonts'), '/usr/share/fonts'].map((dir) => `<dir>${dir}</dir>`).join('')
  const cacheDir = `<cachedir>${join(folder, 'fonts-cache')}</cachedir>`
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${dirs}${cacheDir}</fontconfig>`
}

function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}
