import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { idParam } from '#web/lib/idParam.ts'
import { settingsRoute } from '#web/routes/settings.ts'

export const mailsRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/mails',
  component: lazyRouteComponent(() => import('#web/modules/messaging/MailsPage.tsx'), 'MailsPage'),
})

export const mailRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/mails/$mailId',
  params: idParam('mailId', 'MailId'),
  component: lazyRouteComponent(() => import('#web/modules/messaging/MailPage.tsx'), 'MailPage'),
})
