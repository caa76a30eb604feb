import { onTestFinished, vi } from 'vitest'

/** The files that a page hands to the browser to be kept, until the test is over. */
export function keptFiles(): { name: string; blob: Blob }[] {
  const files: { name: string; blob: Blob }[] = []
  let last: Blob | undefined
  const made = vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    last = blob as Blob
    return 'blob:kept'
  })
  const pressed = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(
    this: HTMLAnchorElement,
  ) {
    if (last) files.push({ name: this.download, blob: last })
  })
  onTestFinished(() => {
    made.mockRestore()
    pressed.mockRestore()
  })
  return files
}
