import type { TableColumns } from './client-columns.tsx'
import { columnProps } from './column-props.ts'

interface Props {
  columns: TableColumns
  isSelectable: boolean
  hasActions: boolean
}

// as many as fit a screen
const lines = 8

/** The place where rows will be, cell by cell and as high as they are, so that nothing jumps when they come. */
export function ClientTableSkeleton({ columns, isSelectable, hasActions }: Props) {
  const place = <span data-part="skeleton" />
  const [fact] = columns.folded
  return (
    <tbody data-part="body">
      {Array.from({ length: lines }, (_, index) => (
        <tr data-part="row" data-skeleton="" key={index} aria-hidden>
          {isSelectable ? (
            <td data-part="cell" data-column="select">
              {place}
            </td>
          ) : null}
          {columns.shown.map((column) => (
            <td data-part="cell" {...columnProps(column)} key={column.key}>
              {place}
              {column.key === 'name' && fact ? (
                <span data-part="fact" data-room={fact.room}>
                  {place}
                </span>
              ) : null}
            </td>
          ))}
          {hasActions ? (
            <td data-part="cell" data-column="actions">
              {place}
            </td>
          ) : null}
        </tr>
      ))}
    </tbody>
  )
}
