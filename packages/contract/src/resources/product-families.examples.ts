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
              key: 'workspace_starter',
              name: 'Business Starter',
              customerTypes: ['domain'],
              minVerification: 'none',
            },
            {
              key: 'workspace_standard',
              name: 'Business Standard',
              customerTypes: ['domain'],
              minVerification: 'none',
            },
            {
              key: 'workspace_storage',
              name: 'Additional storage',
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
        {
          key: 'hosting',
          name: 'Web hosting',
          consoleName: 'Hosting panel',
          allowsTeam: false,
          skus: [
            {
              key: 'hosting_start',
              name: 'Hosting Start',
              customerTypes: ['domain', 'person'],
              minVerification: 'none',
            },
            {
              key: 'hosting_pro',
              name: 'Hosting Pro',
              customerTypes: ['domain', 'person'],
              minVerification: 'none',
            },
          ],
        },
      ],
      nextCursor: null,
    },
  },
}
