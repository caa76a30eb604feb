/** Compiles only where the test holds. */
export type Yes<T extends true> = T

export type NoAny<T> = IsAny<T> extends true ? false : true

/** No `any` down to the fifth level. */
export type NoAnyInside<T> = true extends HasAny<T> ? false : true

type IsAny<T> = 0 extends 1 & T ? true : false

type HasAny<T, Depth extends 1[] = []> =
  IsAny<T> extends true
    ? true
    : Depth['length'] extends 5
      ? false
      : T extends readonly (infer Item)[]
        ? HasAny<Item, [...Depth, 1]>
        : T extends object
          ? { [K in keyof T]-?: HasAny<T[K], [...Depth, 1]> }[keyof T]
          : false

// The test itself is tested: a module that cannot be found makes all its types `any`, silently.
export type Proof = [
  Yes<NoAnyInside<{ list: { id: string }[] }>>,
  // @ts-expect-error an `any` three levels down
  Yes<NoAnyInside<{ list: { id: any }[] }>>,
  // @ts-expect-error an `any` at the top
  Yes<NoAny<any>>,
]
