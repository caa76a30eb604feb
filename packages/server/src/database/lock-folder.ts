import { randomUUID } from 'node:crypto'
import { link, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const heldHere = new Set<string>()

/**
 * Takes the folder for this process: two servers in one embedded database would destroy it. A lock left by a process
 * that is gone is taken over.
 *
 * Locks are numbered, and the newest counts. None that counts is ever moved or deleted: who takes a dead one over makes
 * the next, which only one can, and who gives his back empties it. So nobody who looked a moment ago takes away the lock
 * of somebody who was quicker.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  // a folder has several names
  const root = await realpath(folder)
  if (heldHere.has(root)) throw new Error(inUse(folder, root, await newest(root), process.pid))
  // before anything is waited for: who comes meanwhile takes a lock with our own id for one that was left
  heldHere.add(root)
  try {
    const number = await take(folder, root)
    return async () => {
      await writeFile(fileOf(root, number), '').finally(() => heldHere.delete(root))
    }
  } catch (error) {
    heldHere.delete(root)
    throw error
  }
}

async function take(folder: string, root: string): Promise<number> {
  // whole from the start: a lock that is still empty would look like one that was given back
  const written = join(root, `server.lock.${randomUUID()}`)
  await writeFile(written, String(process.pid), { mode: 0o600 })
  try {
    const number = await takeNext(folder, root, written)
    for (const older of await numbers(root)) if (older < number) await rm(fileOf(root, older), { force: true })
    return number
  } finally {
    await rm(written, { force: true })
  }
}

async function takeNext(folder: string, root: string, written: string): Promise<number> {
  for (;;) {
    const last = await newest(root)
    const text = await readFile(fileOf(root, last), 'utf8').catch(() => '')
    const holder = Number(text)
    // in a container our own id may have been the one of the server that was killed
    if (holder !== process.pid && isAlive(holder)) throw new Error(inUse(folder, root, last, holder))
    const next = last + 1
    if (!(await linked(written, fileOf(root, next)))) continue
    if ((await newest(root)) === next) return next
    // others have gone on since we looked, and deleted what was old
    await rm(fileOf(root, next), { force: true })
  }
}

async function linked(written: string, file: string): Promise<boolean> {
  try {
    await link(written, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return false
  }
}

async function newest(root: string): Promise<number> {
  return Math.max(0, ...(await numbers(root)))
}

async function numbers(root: string): Promise<number[]> {
  return (await readdir(root)).flatMap((name) => {
    const found = /^server\.lock(?:\.(\d+))?$/.exec(name)
    return found ? [Number(found[1] ?? 0)] : []
  })
}

/** The first had no number: a server from before may still hold it. */
function fileOf(root: string, number: number): string {
  return join(root, number === 0 ? 'server.lock' : `server.lock.${number}`)
}

function inUse(folder: string, root: string, number: number, pid: number): string {
  return (
    `Clientele: the data folder ${folder} is in use by process ${pid}. An embedded database takes one server at a time. ` +
    'Stop that one, use another folder, or set DATABASE_URL to a PostgreSQL server to run several. ' +
    `If that process is no Clientele server, its number was given anew: delete ${fileOf(root, number)}.`
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
