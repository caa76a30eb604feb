import type { ComponentType } from 'react'
import { mountError } from './mount-error.ts'

/** Any component: which props belong to it is checked where `mount` is called. */
export type AnyComponent = ComponentType<Record<string, unknown>>

/** One that is there, or one that is loaded when it is first mounted. */
export type MaybeLater = AnyComponent | { load: () => Promise<AnyComponent> }

const loaded = new WeakMap<object, AnyComponent>()

/** Whether a component lies in a file of its own; with it come the words of the pack. */
export function isLater(component: MaybeLater): component is Exclude<MaybeLater, AnyComponent> {
  return 'load' in component
}

/**
 * Gives the component: at once where it is there, else not yet, and then `onLoad` runs. Where its file does not come,
 * the console says so, what stands in the element stays, and the next `update` tries again.
 */
export function componentLoader(name: string, component: MaybeLater, onLoad: () => void) {
  let isUnderWay = false
  return (): AnyComponent | undefined => {
    if (!isLater(component)) return component
    const there = loaded.get(component)
    if (there || isUnderWay) return there
    isUnderWay = true
    void component
      .load()
      .then((found) => {
        loaded.set(component, found)
        onLoad()
      })
      .catch((cause: unknown) => {
        console.error(
          mountError(
            name,
            'its file could not be loaded. Serve the folder parts beside mount.js; update() tries again',
            cause,
          ),
        )
      })
      .finally(() => {
        isUnderWay = false
      })
    return undefined
  }
}
