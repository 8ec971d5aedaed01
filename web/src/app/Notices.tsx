import { Notifications } from '@mantine/notifications'
import '@mantine/notifications/styles.layer.css'

/** Where short notices appear that need no answer. */
export const Notices = () => <Notifications position="bottom-right" />
