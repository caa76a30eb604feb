import { screen, waitFor } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { renderPart } from '../testing/render-part.tsx'
import { CopyButton } from './copy-button.tsx'

test('copies by keyboard, and says so until it is left', async () => {
  const { user } = renderPart(<CopyButton value="acc_1" />)
  await user.tab()
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Copy acc_1' }))
  await user.keyboard('{Enter}')
  await waitFor(() => expect(screen.getByRole('status').textContent).toBe('Copied'))
  expect(await navigator.clipboard.readText()).toBe('acc_1')
  await user.tab()
  expect(screen.getByRole('status').textContent).toBe('')
})

test('says nothing where the browser refuses: the value stands beside it', async () => {
  const { user } = renderPart(<CopyButton value="acc_1" />)
  await user.click(screen.getByRole('button'))
  await waitFor(() => expect(screen.getByRole('status').textContent).toBe('Copied'))
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('refused'))
  await user.click(screen.getByRole('button'))
  await waitFor(() => expect(screen.getByRole('status').textContent).toBe(''))
})
