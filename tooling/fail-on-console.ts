import { afterAll, afterEach } from 'vitest'

// A test that expects output takes it with `vi.spyOn(console, …).mockImplementation(…)`; any other output is a fault.
const said: string[] = []

for (const method of ['debug', 'error', 'info', 'log', 'trace', 'warn'] as const) {
  const original = console[method].bind(console)
  console[method] = (...args: unknown[]) => {
    said.push(`console.${method}: ${String(args[0]).slice(0, 300)}`)
    original(...args)
  }
}

afterEach(failOnOutput)
afterAll(failOnOutput) // output of module bodies and of beforeAll

function failOnOutput(): void {
  const lines = said.splice(0)
  if (lines.length > 0) {
    throw new Error(`A test must not write to the console: expect the output or mend its cause.\n${lines.join('\n')}`)
  }
}
