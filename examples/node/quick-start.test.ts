import { expect, test } from 'vitest'
import { runExample } from './testing/run-example.ts'
import { startServer } from './testing/start-server.ts'

test('adds a client, lists it, and finds it there the second time', async () => {
  await using server = await startServer()
  const first = await runExample('quick-start.ts', [], server.env)
  expect(first).toEqual({ code: 0, stdout: 'Added: Byron Engines\nByron Engines is active\n', stderr: '' })
  const second = await runExample('quick-start.ts', [], server.env)
  expect(second.stdout).toBe('There already: Byron Engines\nByron Engines is active\n')
})
