import type { ServerOptions } from '@clientele/server'
import type { NoAny } from './no-any.ts'

type Named = Required<ServerOptions>

/** Does not compile where an option is `any`: so are those of a dependency that came without its types. */
export const proof: { [K in keyof Named]: true } = {} as { [K in keyof Named]: NoAny<Named[K]> }
