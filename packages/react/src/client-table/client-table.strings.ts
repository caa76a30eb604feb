import type { Texts } from '../words/text.ts'

export const clientTableStrings = {
  label: '{Clients}',
  add: 'Add {aClient}',
  addAnother: 'Add another {client}',
  search: 'Search {clients}',
  searchHint: 'Name, company, domain, e-mail address or id',
  filters: 'Filters',
  filtersActive: 'Filters ({count})',
  clear: 'Clear search and filters',
  sortBy: 'Sort by',
  sortMatch: 'Best match',
  sortName: 'Name, A to Z',
  sortNameDown: 'Name, Z to A',
  sortNewest: 'Newest first',
  sortOldest: 'Oldest first',
  sortChanged: 'Last changed first',
  actions: 'Actions',
  count: { one: '{count} {client}', other: '{count} {clients}' },
  countAtLeast: 'More than {count} {clients}',
  loadMore: 'Show more',
  loadMoreFailed: 'The next {clients} could not be loaded',
  empty: 'There are no {clients} yet',
  noMatch: 'Nothing matches',
  noMatchHint: 'Look for the beginning of a name, a domain or an address, or use fewer filters.',
  failedTitle: 'The list could not be loaded',
  forbiddenTitle: 'You cannot see {clients}',
  selectRow: 'Select {name}',
  selectShown: 'Select all that are shown',
  selected: '{count} selected',
  /** `{count}` of this and the next two is how many match. */
  selectMatching: 'Select all {count} that match',
  selectedAll: 'All {count} that match are selected',
  selectedAllBut: 'All {count} that match are selected, but {except}',
  clearSelection: 'Clear selection',
} satisfies Record<string, string | { one: string; other: string }>

export type ClientTableStrings = Texts<typeof clientTableStrings>
