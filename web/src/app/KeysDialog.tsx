import { Kbd, Modal, Stack, Switch } from '@mantine/core'
import { useKeysSwitch } from '#web/lib/useKeys.ts'
import './KeysDialog.css'

type KeysDialogProps = Readonly<{ onClose: () => void }>

const keys: readonly (readonly [string, readonly string[]])[] = [
  ['Search and commands', ['Ctrl or ⌘', 'K']],
  ['Search this list', ['/']],
  ['Next row, row before', ['j', 'k']],
  ['Open the row', ['Enter']],
  ['Choose the row', ['x']],
  ['Change the row', ['e']],
  ['This list of keys', ['?']],
]

export const KeysDialog = ({ onClose }: KeysDialogProps) => {
  const [isOn, setIsOn] = useKeysSwitch()
  return (
    <Modal opened onClose={onClose} title="Keyboard" size="sm">
      <Stack gap="md">
        <dl className="KeysDialog">
          {keys.map(([what, combination]) => (
            <div key={what}>
              <dt>{what}</dt>
              <dd>
                {combination.map((key) => (
                  <Kbd key={key}>{key}</Kbd>
                ))}
              </dd>
            </div>
          ))}
        </dl>
        <Switch
          label="Single keys"
          description="Switch them off if you dictate, or if they get in your way."
          checked={isOn}
          onChange={(event) => setIsOn(event.currentTarget.checked)}
        />
      </Stack>
    </Modal>
  )
}
