import type { ClienteleServer } from '@clientele/server'
import { Hono } from 'hono'
import { steps, type ClockStep, type DemoClock } from './demo-clock.ts'
import { fieldOf } from './read-field.ts'

/** The demo's clock: what time it is, and moving it. Whatever has fallen due by then is done before the answer comes. */
export function clockRoutes(clock: DemoClock, { runDue }: Pick<ClienteleServer, 'runDue'>): Hono {
  const app = new Hono()

  app.get('/', (c) => c.json({ ahead: clock.ahead }))

  app.post('/', async (c) => {
    const step = await fieldOf(c.req, 'step')
    if (!isStep(step)) return c.json({ error: 'unknown_step' }, 400)
    await clock.move(step)
    await runDue()
    return c.json({ ahead: clock.ahead })
  })

  return app
}

function isStep(step: unknown): step is ClockStep {
  return typeof step === 'string' && Object.hasOwn(steps, step)
}
