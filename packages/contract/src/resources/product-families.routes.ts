import { route } from '../route.ts'
import type * as schema from './product-families.schema.ts'

/** What the platform sells. */
export const productFamilies = {
  /** Lists the product families with what can be ordered in each. */
  list: route<typeof schema.list>({
    method: 'GET',
    path: '/product-families',
    right: 'settings.read',
    paged: true,
    errors: ['filter_invalid', 'cursor_invalid'],
  }),
}
