import { createContext } from 'react'

/** Px that a table has at least, a step of its columns; `undefined` where only styles know, as on a server. */
export const TableWidth = createContext<number | undefined>(undefined)
