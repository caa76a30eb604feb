import { createElement, type ComponentType } from 'react'
import { LoadFailed } from './load-failed.tsx'
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
 * the console says so, and what is given in its place says it to the reader, who can try again; so does a mount that
 * follows.
 */
export function componentLoader(name: string, component: MaybeLater, onLoad: () => void) {
  if (!isLater(component)) return () => component
  let underWay: Promise<void> | undefined
  let inItsPlace: AnyComponent | undefined

  const load = async (): Promise<void> => {
    try {
      loaded.set(component, await component.load())
    } catch (cause) {
      console.error(mountError(name, 'its file could not be loaded. Serve the folder parts beside mount.js', cause))
      inItsPlace ??= () => createElement(LoadFailed, { onRetry: load })
    }
    onLoad()
  }

  return (): AnyComponent | undefined => {
    const there = loaded.get(component) ?? inItsPlace
    if (!there) underWay ??= load()
    return there
  }
}
