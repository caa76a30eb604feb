import type { ExamplesOf } from '../row-examples.ts'
import type { settings } from './settings.routes.ts'
import type { Settings } from './settings.schema.ts'

const present: Settings = {
  client: { companyRequired: false, teamFamilies: ['workspace_essentials'] },
  tree: { maxDepth: 2 },
  etag: '"3"',
}

/** Examples of the rows of `settings`. */
export const { get, update }: ExamplesOf<typeof settings> = {
  get: { output: present },
  update: {
    input: { client: { companyRequired: true } },
    output: { ...present, client: { ...present.client, companyRequired: true }, etag: '"4"' },
  },
}
