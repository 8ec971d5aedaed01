import { Select, type SelectProps } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'

/**
 * A `Select` with hundreds of options, such as countries and time zones. They are in the page only while the field has
 * the focus: always there, they make every key press in the form slow. They must be there before the list opens, or
 * the field goes on saying to assistive technology that it is closed; so it opens by a press or a key, not by focus.
 */
export const LongSelect = ({ onFocus, onBlur, ...props }: SelectProps) => {
  const [hasFocus, focus] = useDisclosure()
  return (
    <Select
      searchable
      openOnFocus={false}
      {...props}
      comboboxProps={{ keepMounted: hasFocus }}
      onFocus={(event) => {
        focus.open()
        onFocus?.(event)
      }}
      onBlur={(event) => {
        focus.close()
        onBlur?.(event)
      }}
    />
  )
}
