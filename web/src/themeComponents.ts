import type { MantineThemeComponents } from '@mantine/core'

const popOver = { shadow: 'md', radius: 'md' }
/** The head of a dialog is no banner of the page. */
const dialogHead = { attributes: { header: { role: 'presentation' } } }
const calendar = { previousLabel: 'Before', nextLabel: 'After' }

/**
 * How Mantine's parts behave here. Named by text, not through each component's `extend`, so that a part nobody uses
 * on the first page does not come along with it. How they look is in `theme.css`.
 */
export const components: MantineThemeComponents = {
  ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 32 } },
  Anchor: { defaultProps: { underline: 'hover' } },
  Badge: { defaultProps: { variant: 'light', color: 'gray', radius: 'sm' } },
  Button: { defaultProps: { size: 'sm' } },
  Checkbox: { defaultProps: { size: 'xs', radius: 'xs' } },
  Combobox: { defaultProps: popOver },
  DateInput: { defaultProps: { ...calendar, valueFormat: 'D MMM YYYY', popoverProps: popOver } },
  DatePicker: { defaultProps: calendar },
  DatePickerInput: { defaultProps: { ...calendar, valueFormat: 'D MMM YYYY', popoverProps: popOver } },
  Drawer: {
    defaultProps: { ...dialogHead, position: 'right', shadow: 'xl', closeButtonProps: { 'aria-label': 'Close' } },
  },
  Kbd: { defaultProps: { size: 'xs' } },
  Loader: { defaultProps: { size: 'sm', type: 'oval' } },
  // The placeholder for the first focus has a role that does not belong into a menu; the first item takes it instead.
  Menu: {
    defaultProps: { ...popOver, position: 'bottom-end', width: 220, offset: 4, withInitialFocusPlaceholder: false },
  },
  Modal: {
    defaultProps: {
      ...dialogHead,
      centered: true,
      shadow: 'xl',
      radius: 'lg',
      closeButtonProps: { 'aria-label': 'Close' },
    },
  },
  MultiSelect: { defaultProps: { withScrollArea: false } },
  Notification: { defaultProps: { radius: 'md', closeButtonProps: { 'aria-label': 'Close' } } },
  Paper: { defaultProps: { radius: 'lg', withBorder: true } },
  PasswordInput: { defaultProps: { visibilityToggleButtonProps: { 'aria-label': 'Show what you typed' } } },
  Popover: { defaultProps: { ...popOver, offset: 4 } },
  SegmentedControl: { defaultProps: { size: 'sm', radius: 'md' } },
  Select: { defaultProps: { allowDeselect: false, withScrollArea: false } },
  Switch: { defaultProps: { size: 'sm', withThumbIndicator: false } },
  Tooltip: { defaultProps: { openDelay: 350, radius: 'sm', transitionProps: { duration: 100 } } },
}
