import { Text } from '@mantine/core'

/** What a row is called, a little stronger than the rest of it. */
export const RowName = ({ name }: Readonly<{ name: string }>) => (
  <Text span inherit fw={500}>
    {name}
  </Text>
)
