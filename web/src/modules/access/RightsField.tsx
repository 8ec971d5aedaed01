import { Button, Checkbox, Group, Input, SimpleGrid } from '@mantine/core'
import { useId } from 'react'
import { groupsOfRights, wordsOfRight } from '#web/modules/access/wordsOfRight.ts'
import './RightsField.css'

type RightsFieldProps = Readonly<{
  rights: readonly string[]
  value?: readonly string[]
  onChange?: (rights: string[]) => void
  error?: unknown
}>

/** What a key may do, by module. Nothing is ticked beforehand: a key should do as little as will do. */
export const RightsField = ({ rights, value = [], onChange, error }: RightsFieldProps) => {
  const id = useId()
  const reading = rights.filter(isReading)
  return (
    <div className="RightsField" data-path="scopes" tabIndex={-1}>
      <Group justify="space-between" gap="xs">
        <Input.Label id={id} component="span">
          What it may do
        </Input.Label>
        <Group gap={4}>
          <Button variant="subtle" size="compact-sm" onClick={() => onChange?.([...reading])}>
            All reading
          </Button>
          <Button variant="subtle" size="compact-sm" onClick={() => onChange?.([])}>
            None
          </Button>
        </Group>
      </Group>
      {typeof error === 'string' ? <Input.Error>{error}</Input.Error> : null}
      <Checkbox.Group aria-labelledby={id} value={[...value]} onChange={(chosen) => onChange?.(chosen)}>
        <div className="RightsField-groups">
          {groupsOfRights(rights).map(({ title, rights: own }) => (
            <fieldset key={title} className="RightsField-group">
              <legend>{title}</legend>
              <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" verticalSpacing={8}>
                {own.map((right) => (
                  <Checkbox key={right} value={right} label={wordsOfRight(right)} />
                ))}
              </SimpleGrid>
            </fieldset>
          ))}
        </div>
      </Checkbox.Group>
    </div>
  )
}

/** By the verb that begins the name of each right. */
const isReading = (right: string): boolean => /\.(?:list|view|search|export)/.test(right)
