import type { Answer } from './transport.ts'

/** The promise of an answer's data. The request is sent at once, awaited or not. */
export class Call<T> extends Promise<T> {
  // what `then`, `catch` and `finally` give are plain promises
  static override get [Symbol.species](): PromiseConstructor {
    return Promise
  }

  readonly #answer: Promise<Answer<T>>

  constructor(answer: Promise<Answer<T>>) {
    super(() => {})
    this.#answer = answer
  }

  /** The data with what came along: status, headers, request id, number of attempts, whether it is a replay. */
  withResponse(): Promise<Answer<T>> {
    return this.#answer
  }

  // data is taken from the answer here, not before: who asks for `withResponse()` alone leaves no rejection unhandled
  // oxlint-disable-next-line unicorn/no-thenable
  override then<A = T, B = never>(
    onData?: ((data: T) => A | PromiseLike<A>) | null,
    onError?: ((error: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.#answer.then(({ data }) => data).then(onData, onError)
  }
}
