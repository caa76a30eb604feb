import { expect, test, vi } from 'vitest'
import { componentLoader, type AnyComponent } from './load-component.ts'

const Part: AnyComponent = () => null

test('what is there is given at once', () => {
  const onLoad = vi.fn<() => void>()
  expect(componentLoader('Part', Part, onLoad)()).toBe(Part)
  expect(onLoad).not.toHaveBeenCalled()
})

test('what lies in a file of its own is asked for once, and given when it has come', async () => {
  const load = vi.fn<() => Promise<AnyComponent>>(() => Promise.resolve(Part))
  const onLoad = vi.fn<() => void>()
  const later = { load }
  const now = componentLoader('Part', later, onLoad)
  expect([now(), now()]).toEqual([undefined, undefined])
  await vi.waitFor(() => expect(onLoad).toHaveBeenCalledOnce())
  expect(now()).toBe(Part)
  expect(componentLoader('Part', later, onLoad)()).toBe(Part)
  expect(load).toHaveBeenCalledOnce()
})

test('where the file does not come the console and the reader are told, and a mount that follows asks again', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  const load = vi.fn<() => Promise<AnyComponent>>(() => Promise.reject(new Error('404')))
  const onLoad = vi.fn<() => void>()
  const later = { load }
  const now = componentLoader('Part', later, onLoad)
  now()
  await vi.waitFor(() => expect(onLoad).toHaveBeenCalledOnce())
  expect(String(said.mock.lastCall?.[0])).toContain("mount(…, 'Part'): its file could not be loaded")
  expect(now()).toBeTypeOf('function')
  expect(load).toHaveBeenCalledOnce()
  load.mockResolvedValue(Part)
  const next = componentLoader('Part', later, onLoad)
  expect(next()).toBeUndefined()
  await vi.waitFor(() => expect(next()).toBe(Part))
  expect(now()).toBe(Part)
  said.mockRestore()
})
