'use client'

import { Button } from '../parts/button.tsx'
import { CheckField } from '../parts/check-field.tsx'
import { SelectField } from '../parts/select-field.tsx'
import { usePopover } from '../parts/use-popover.ts'
import type { Words } from '../words/use-words.ts'
import { countFilters, valuesOf, withFilter, type ClientTableQuery } from './client-table-query.ts'
import type { ClientTableModel } from './use-client-table.ts'
import { useFilterGroups } from './use-filter-groups.ts'

interface Props {
  t: Words<'clientTable'>
  table: ClientTableModel
}

/** The button next to the search field (R102), and what it opens. */
export function ClientTableFilters({ t, table }: Props) {
  const popover = usePopover()
  const count = countFilters(table.query)
  return (
    <>
      <Button {...popover.anchorProps} aria-haspopup="dialog">
        {count > 0 ? t('filtersActive', { count }) : t('filters')}
      </Button>
      <div {...popover.panelProps} data-part="popover" data-kind="filters" role="dialog" aria-label={t('filters')}>
        {popover.isOpen ? <Filters {...{ t, table }} /> : null}
      </div>
    </>
  )
}

function Filters({ t, table }: Props) {
  const { query, setQuery } = table
  return (
    <div data-part="filters">
      {useFilterGroups(table).map((group) => (
        <fieldset data-part="filter" key={group.filter}>
          <legend data-part="legend">{group.label}</legend>
          {group.values.map(([value, label]) => (
            <CheckField
              key={value}
              label={label}
              checked={valuesOf(query, group.filter).includes(value)}
              onChecked={(isOn) => setQuery(withFilter(query, group.filter, value, isOn))}
            />
          ))}
        </fieldset>
      ))}
      <div data-part="filter" data-filter="sort">
        <SortField {...{ t, table }} />
        <Button onClick={() => setQuery({})}>{t('clear')}</Button>
      </div>
    </div>
  )
}

/** The order, for those who see no column headers. */
function SortField({ t, table: { query, setQuery } }: Props) {
  const isSearch = query.q !== undefined
  return (
    <SelectField
      label={t('sortBy')}
      optional={false}
      value={query.sort ?? ''}
      placeholder={t(isSearch ? 'sortMatch' : 'sortName')}
      options={[
        ...(isSearch ? [{ value: 'name', label: t('sortName') }] : []),
        { value: '-name', label: t('sortNameDown') },
        { value: '-createdAt', label: t('sortNewest') },
        { value: 'createdAt', label: t('sortOldest') },
        { value: '-updatedAt', label: t('sortChanged') },
      ]}
      onValue={(sort) => {
        const { sort: _, ...rest } = query
        setQuery(sort === '' ? rest : { ...rest, sort: sort as NonNullable<ClientTableQuery['sort']> })
      }}
    />
  )
}
