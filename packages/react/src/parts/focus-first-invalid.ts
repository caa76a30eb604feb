/** Moves the focus to what is wrong first: a field, or else a message. */
export function focusFirstInvalid(root: HTMLElement | null): void {
  const first =
    root?.querySelector<HTMLElement>('[aria-invalid="true"]') ?? root?.querySelector<HTMLElement>('[role="alert"]')
  const control = first?.matches('fieldset')
    ? (first.querySelector<HTMLElement>('input:checked:enabled') ?? first.querySelector('input'))
    : first
  control?.focus()
}
