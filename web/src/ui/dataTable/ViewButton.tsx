import { ActionIcon, Checkbox, Popover, SegmentedControl, Select, Tooltip } from '@mantine/core'
import { IconAdjustmentsHorizontal } from '@tabler/icons-react'
import { useId } from 'react'
import type { Column } from '#web/ui/dataTable/column.ts'
import { shownColumns } from '#web/ui/dataTable/column.ts'
import type { Density } from '#web/ui/dataTable/listBody.ts'

type ViewButtonProps<Row> = Readonly<{
  columns: readonly Column<Row>[]
  chosen: readonly string[] | undefined
  onColumns: (columns: readonly string[]) => void
  density: Density
  onDensity: (density: Density) => void
  sort: string | undefined
  onSort: (sort: string | undefined) => void
  /** A phone has no heads to press and no columns to choose. */
  isPhone: boolean
}>

/** How the list looks: columns and density on a desktop, order on a phone. */
export const ViewButton = <Row,>(props: ViewButtonProps<Row>) => (
  <Popover width={240} position="bottom-end" trapFocus>
    <Popover.Target>
      <Tooltip label="Columns and density">
        <ActionIcon aria-label="Columns and density" variant="default" size={30}>
          <IconAdjustmentsHorizontal size={16} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </Popover.Target>
    <Popover.Dropdown className="FacetButton-menu" aria-label="Columns and density">
      {props.isPhone ? <SortChoice {...props} /> : <TableChoices {...props} />}
    </Popover.Dropdown>
  </Popover>
)

const TableChoices = <Row,>({ columns, chosen, onColumns, density, onDensity }: ViewButtonProps<Row>) => {
  const labelId = useId()
  const shown = shownColumns(columns, chosen).map(({ id }) => id)
  const toggle = (id: string) =>
    onColumns(
      columns.map((column) => column.id).filter((one) => (one === id ? !shown.includes(one) : shown.includes(one))),
    )
  return (
    <>
      <div className="FacetButton-title" id={labelId}>
        Density
      </div>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-labelledby={labelId}
        value={density}
        onChange={(next) => onDensity(next === 'dense' ? 'dense' : 'roomy')}
        data={[
          { value: 'roomy', label: 'Roomy' },
          { value: 'dense', label: 'Dense' },
        ]}
      />
      <fieldset className="FacetButton-options">
        <legend>Columns</legend>
        {columns.slice(1).map(({ id, header }) => (
          <Checkbox
            key={id}
            className="FacetButton-option"
            label={header}
            checked={shown.includes(id)}
            onChange={() => toggle(id)}
          />
        ))}
      </fieldset>
    </>
  )
}

const SortChoice = <Row,>({ columns, sort, onSort }: ViewButtonProps<Row>) => {
  const ways = columns.flatMap(({ header, sort: by }) =>
    by === undefined
      ? []
      : [
          { value: by, label: `${header}, up` },
          { value: `-${by}`, label: `${header}, down` },
        ],
  )
  return (
    <Select
      label="Order"
      data={ways}
      value={sort ?? null}
      clearable
      placeholder="As usual"
      onChange={(next) => onSort(next ?? undefined)}
    />
  )
}
