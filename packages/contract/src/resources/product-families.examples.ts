import type { ExamplesOf } from '../row-examples.ts'
import type { productFamilies } from './product-families.routes.ts'

/** Examples of the rows of `productFamilies`. */
export const { list }: ExamplesOf<typeof productFamilies> = {
  list: {
    query: {},
    output: {
      data: [
        {
          key: 'google_workspace',
          name: 'Google Workspace',
          consoleName: 'Google Admin console',
          allowsTeam: false,
          skus: [
            {
              key: 'workspace_business_starter',
              name: 'Business Starter',
              customerTypes: ['domain'],
              minVerification: 'none',
            },
            {
              key: 'workspace_business_standard',
              name: 'Business Standard',
              customerTypes: ['domain'],
              minVerification: 'none',
            },
            {
              key: 'workspace_archive',
              name: 'Archive',
              customerTypes: ['domain'],
              minVerification: 'domain_verified',
            },
          ],
        },
        {
          key: 'workspace_essentials',
          name: 'Essentials',
          consoleName: 'Google Admin console',
          allowsTeam: true,
          skus: [
            {
              key: 'essentials_starter',
              name: 'Essentials Starter',
              customerTypes: ['domain', 'team'],
              minVerification: 'email_verified',
            },
          ],
        },
      ],
      nextCursor: null,
    },
  },
}
