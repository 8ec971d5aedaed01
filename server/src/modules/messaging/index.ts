export { putMailsAside } from './put-aside/put-mails-aside.ts'
export { countWaitingMails } from './put-aside/store.ts'
export { linksOfWaitingMails } from './read-links.ts'
