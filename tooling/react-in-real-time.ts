import { beforeEach } from 'vitest'

declare global {
  var IS_REACT_ACT_ENVIRONMENT: boolean | undefined
}

// Answers of a real server come when they come, also while a test waits for something else. React is to draw them then,
// as in a browser, and not to ask for an `act()` around them. What Testing Library renders and clicks is still flushed.
beforeEach(() => {
  globalThis.IS_REACT_ACT_ENVIRONMENT = false
})
