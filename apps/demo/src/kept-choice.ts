import { useState } from 'react'

/** A choice of the person in front of the screen that this browser remembers. */
export function useKeptChoice<T extends string>(name: string, choices: readonly T[], first: T) {
  const [choice, setChoice] = useState<T>(() => {
    const kept = localStorage.getItem(`panel.${name}`)
    return choices.find((one) => one === kept) ?? first
  })
  const keep = (next: T) => {
    localStorage.setItem(`panel.${name}`, next)
    setChoice(next)
  }
  return [choice, keep] as const
}
