/** What the hosting company sells. */
export const shelf = [
  { sku: 'hosting_start', name: 'Hosting Start' },
  { sku: 'hosting_pro', name: 'Hosting Pro' },
] as const

export type ShelfProduct = (typeof shelf)[number]
