import { screen, waitFor } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { renderPart } from '../testing/render-part.tsx'
import { Menu } from './menu.tsx'

const item = (name: string) => screen.getByRole('menuitem', { name })

test('opens by arrows, moves by arrows, Home, End and letters, and chooses by Enter', async () => {
  const onRename = vi.fn<() => void>()
  const items = ['Suspend', 'Rename', 'Remove'].map((label) => ({
    key: label,
    label,
    onSelect: label === 'Rename' ? onRename : () => {},
  }))
  const { user } = renderPart(<Menu items={items}>More</Menu>)
  const button = screen.getByRole('button', { name: 'More', expanded: false })
  button.focus()
  await user.keyboard('{ArrowUp}')
  await waitFor(() => expect(document.activeElement).toBe(item('Remove')))
  await user.keyboard('{ArrowDown}')
  expect(document.activeElement).toBe(item('Suspend'))
  await user.keyboard('{End}{Home}{ArrowUp}')
  expect(document.activeElement).toBe(item('Remove'))
  await user.keyboard('r')
  expect(document.activeElement).toBe(item('Rename'))
  await user.keyboard('em')
  expect(document.activeElement).toBe(item('Remove'))
  await user.keyboard('{ArrowUp}{Enter}')
  expect(onRename).toHaveBeenCalledOnce()
  expect(screen.queryByRole('menu')).toBeNull()
  expect(document.activeElement).toBe(button)
})

test('a command that is refused can be reached and says why', async () => {
  const onSelect = vi.fn<() => void>()
  const { user } = renderPart(
    <Menu items={[{ key: 'suspend', label: 'Suspend', refused: 'Not your role', onSelect }]}>More</Menu>,
  )
  await user.click(screen.getByRole('button', { name: 'More' }))
  const entry = screen.getByRole('menuitem')
  await waitFor(() => expect(document.activeElement).toBe(entry))
  expect(document.getElementById(entry.getAttribute('aria-describedby') ?? '')?.textContent).toBe('Not your role')
  await user.click(entry)
  expect(onSelect).not.toHaveBeenCalled()
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('menu')).toBeNull()
})
