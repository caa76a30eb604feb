export interface ProgressProps {
  /** What is under way, for screen readers. */
  label: string
  /** 0 to 1. Left out, nobody knows how far it is. */
  value?: number | undefined
}

/** How far something is, by the browser's own bar: its length needs no style attribute. */
export function Progress({ label, value }: ProgressProps) {
  return <progress data-part="progress" aria-label={label} max={1} {...(value === undefined ? {} : { value })} />
}
