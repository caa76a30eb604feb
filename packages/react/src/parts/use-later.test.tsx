import { screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { renderPart } from '../testing/render-part.tsx'
import { LaterFailure } from './later-failure.tsx'
import { laterPart } from './later-file.ts'
import { useLater } from './use-later.ts'

interface File {
  Later: () => React.ReactNode
}

const there: File = { Later: () => <p>It has come.</p> }

function Page({ load }: { load: () => Promise<File['Later']> }) {
  const { Part, error, retry } = useLater(load)
  return (
    <>
      <p>What stands around it.</p>
      {Part ? <Part /> : error === undefined ? <p>Loading</p> : <LaterFailure onRetry={retry} />}
    </>
  )
}

test('a file that does not come is said, what stands around it stays, and “Try again” loads it', async () => {
  const load = vi.fn<() => Promise<File>>(() => Promise.reject(new TypeError('404')))
  const { user } = renderPart(<Page load={laterPart(load, 'Later')} />)
  expect((await screen.findByRole('alert')).textContent).toContain('could not be loaded')
  screen.getByText('What stands around it.')
  screen.getByRole('button', { name: 'Reload the page' })
  load.mockResolvedValue(there)
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  await screen.findByText('It has come.')
  expect(screen.queryByRole('alert')).toBeNull()
})

test('what has come is not asked for again', async () => {
  const load = vi.fn<() => Promise<File>>(() => Promise.resolve(there))
  const loadLater = laterPart(load, 'Later')
  const { unmount } = renderPart(<Page load={loadLater} />)
  await screen.findByText('It has come.')
  unmount()
  renderPart(<Page load={loadLater} />)
  await screen.findByText('It has come.')
  expect(load).toHaveBeenCalledOnce()
})
