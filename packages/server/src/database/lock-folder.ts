import { randomUUID } from 'node:crypto'
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'

const heldHere = new Set<string>()

/**
 * Takes the folder for this process: two servers in one embedded database would destroy it. A lock left by a process
 * that is gone is taken over.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const file = join(resolve(folder), 'server.lock')
  if (heldHere.has(file)) throw new Error(inUse(folder, file, process.pid))
  // whole from the start: a lock that is still empty would look like a dead one's
  const own = `${file}.${randomUUID()}`
  await writeFile(own, String(process.pid), { mode: 0o600 })
  try {
    while (!(await taken(own, file))) {
      const text = await readFile(file, 'utf8').catch(() => '')
      const holder = Number(text)
      // in a container our own id may have been the one of the server that was killed
      if (holder !== process.pid && isAlive(holder)) throw new Error(inUse(folder, file, holder))
      await setAside(file, text)
    }
  } finally {
    await rm(own, { force: true })
  }
  heldHere.add(file)
  return async () => {
    heldHere.delete(file)
    await rm(file, { force: true })
  }
}

async function taken(own: string, file: string): Promise<boolean> {
  try {
    await link(own, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return false
  }
}

/** Takes a dead lock away, and puts it back where it turns out to be that of somebody who was quicker. */
async function setAside(file: string, text: string): Promise<void> {
  const aside = `${file}.${randomUUID()}`
  try {
    await rename(file, aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  if ((await readFile(aside, 'utf8')) !== text) await taken(aside, file)
  await rm(aside, { force: true })
}

function inUse(folder: string, file: string, pid: number): string {
  return (
    `Clientele: the data folder ${folder} is in use by process ${pid}. An embedded database takes one server at a time. ` +
    'Stop that one, use another folder, or set DATABASE_URL to a PostgreSQL server to run several. ' +
    `If that process is no Clientele server, its number was given anew: delete ${file}.`
  )
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
