import { act, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { renderPart } from '../testing/render-part.tsx'
import { Button } from './button.tsx'
import { Toasts, useToasts } from './toast.tsx'

afterEach(() => void vi.useRealTimers())

function Page({ onUndo }: { onUndo: () => void }) {
  const { toasts, show, dismiss } = useToasts()
  return (
    <>
      <Button onClick={() => show({ text: 'Ada is gone', onUndo })}>Remove</Button>
      <Toasts toasts={toasts} onDismiss={dismiss} />
    </>
  )
}

const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds))

test('is said, goes by itself, and stays while one looks at it', async () => {
  vi.useFakeTimers()
  renderPart(<Page onUndo={() => {}} />)
  fireEvent.click(screen.getByRole('button', { name: 'Remove' }))
  const region = screen.getByRole('status')
  expect(region.textContent).toContain('Ada is gone')
  expect(region.getAttribute('aria-live')).toBe('polite')
  await pass(7000)
  fireEvent.pointerEnter(region)
  await pass(20_000)
  screen.getByText('Ada is gone')
  fireEvent.pointerLeave(region)
  await pass(8001)
  expect(screen.queryByText('Ada is gone')).toBeNull()
})

test('takes back what was done', () => {
  const onUndo = vi.fn<() => void>()
  renderPart(<Page onUndo={onUndo} />)
  fireEvent.click(screen.getByRole('button', { name: 'Remove' }))
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }))
  expect(onUndo).toHaveBeenCalledOnce()
  expect(screen.queryByText('Ada is gone')).toBeNull()
})
