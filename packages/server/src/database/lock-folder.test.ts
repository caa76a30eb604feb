import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, describe, expect, test } from 'vitest'
import { lockFolder } from './lock-folder.ts'

const folder = await mkdtemp(join(tmpdir(), 'clientele-lock-'))
/** The lock that counts, and by which somebody gave the folder back or left it. */
const locks = async () => (await readdir(folder)).map((name) => join(folder, name))
const leaveLock = async (text: string) => writeFile((await locks())[0] ?? join(folder, 'server.lock'), text)
const lockText = async () => Promise.all((await locks()).map((file) => readFile(file, 'utf8')))
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('the lock of a data folder', () => {
  test('is held by one, and free again afterwards', async () => {
    const unlock = await lockFolder(folder)
    expect(await lockText()).toEqual([String(process.pid)])
    await expect(lockFolder(folder)).rejects.toThrow(`in use by process ${process.pid}`)
    await expect(lockFolder(`${folder}/.`)).rejects.toThrow('Stop that one, use another folder, or set DATABASE_URL')
    await unlock()
    await (
      await lockFolder(folder)
    )()
  })

  test('is held by one of two that take it at once in one process', async () => {
    const taken = await Promise.allSettled([lockFolder(folder), lockFolder(folder)])
    for (const one of taken) if (one.status === 'fulfilled') await one.value()
    expect(taken.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    await (
      await lockFolder(folder)
    )()
  })

  test('is the same by another name of the folder', async () => {
    const names = await mkdtemp(join(tmpdir(), 'clientele-lock-name-'))
    await symlink(folder, join(names, 'other'))
    const unlock = await lockFolder(folder)
    await expect(lockFolder(join(names, 'other'))).rejects.toThrow(`in use by process ${process.pid}`)
    await unlock()
    await rm(names, { recursive: true })
  })

  test('counts too where a server from before made it, which gave it no number', async () => {
    const other = await mkdtemp(join(tmpdir(), 'clientele-lock-old-'))
    await writeFile(join(other, 'server.lock'), String(process.ppid))
    await expect(lockFolder(other)).rejects.toThrow(`in use by process ${process.ppid}`)
    await rm(other, { recursive: true })
  })

  test('of a process that is gone is taken over', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
    await once(child, 'spawn')
    await leaveLock(String(child.pid))
    await expect(lockFolder(folder)).rejects.toThrow(`in use by process ${child.pid}`)
    child.kill('SIGKILL')
    await once(child, 'exit')
    await (
      await lockFolder(folder)
    )()
  })

  test.each(['', 'x', '-1', '0', '1.5', '99999999', String(process.pid)])('that says %j is nobody’s', async (text) => {
    await leaveLock(text)
    const unlock = await lockFolder(folder)
    expect(await lockText()).toEqual([String(process.pid)])
    await unlock()
  })

  test('left dead is taken over by one of many that start at once', async () => {
    await leaveLock('99999999')
    const lock = fileURLToPath(new URL('lock-folder.ts', import.meta.url))
    const script = `import { lockFolder } from ${JSON.stringify(lock)}
      await lockFolder(${JSON.stringify(folder)}).then(() => console.log('mine'), () => console.log('theirs'))
      process.stdin.resume()`
    const children = Array.from({ length: 5 }, () => spawn(process.execPath, ['--input-type=module', '-e', script]))
    // each keeps running, so that nobody's lock is a dead one's
    const said = await Promise.all(children.map(async ({ stdout }) => String((await once(stdout, 'data'))[0]).trim()))
    await Promise.all(children.map((child) => (child.stdin.end(), once(child, 'exit'))))
    expect(said.filter((word) => word === 'mine')).toHaveLength(1)
    expect(said).toHaveLength(5)
    expect(await locks()).toHaveLength(1)
  })
})
