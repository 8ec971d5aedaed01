import { createTransport } from 'nodemailer'

export type Mail = Readonly<{
  /** Stable over retries, so that a mail server can tell a repetition. */
  messageId: string
  fromName: string
  toName: string
  toAddress: string
  subject: string
  text: string
  html: string
  attachments: readonly Readonly<{ fileName: string; mediaType: string; bytes: Uint8Array }>[]
}>

export type Mailer = Readonly<{ send: (mail: Mail) => Promise<void>; close: () => void }>

const patienceMs = 20_000

/** Mail by SMTP. The sender's address is the `from` of the URL's query, else its user. */
export const createMailer = (smtpUrl: string): Mailer => {
  const url = new URL(smtpUrl)
  const fromAddress = url.searchParams.get('from') ?? decodeURIComponent(url.username)
  url.search = ''
  const transport = createTransport(
    { url: url.href, connectionTimeout: patienceMs, greetingTimeout: patienceMs, socketTimeout: patienceMs },
    // Nothing in a mail of ours is fetched or read from this machine's files.
    { disableFileAccess: true, disableUrlAccess: true },
  )
  return {
    send: async ({ messageId, fromName, toName, toAddress, subject, text, html, attachments }) => {
      const sending = transport.sendMail({
        messageId,
        from: { name: fromName, address: fromAddress },
        to: { name: toName, address: toAddress },
        subject,
        text,
        html,
        attachments: attachments.map(({ fileName, mediaType, bytes }) => ({
          filename: fileName,
          contentType: mediaType,
          content: Buffer.from(bytes),
        })),
      })
      await sending.catch((failure: unknown) => {
        throw new Error(sentenceFor(failure, url.host), { cause: failure })
      })
    },
    close: () => transport.close(),
  }
}

/** By the codes of nodemailer (errors of its `smtp-connection`): what is wrong with which server. */
const sentences: Readonly<Record<string, (server: string) => string>> = {
  ESOCKET: (server) => `The mail server ${server} cannot be reached.`,
  EDNS: (server) => `There is no mail server at ${server}.`,
  ETIMEDOUT: (server) => `The mail server ${server} did not answer in time.`,
  ECONNECTION: (server) => `The mail server ${server} broke off before it had taken the mail.`,
  EAUTH: (server) => `The mail server ${server} refuses the user or the password of SMTP_URL.`,
}

/** One sentence for whoever looks at the outgoing mail; what the server itself said of it comes with it. */
const sentenceFor = (failure: unknown, server: string): string => {
  if (!(failure instanceof Error)) return String(failure)
  const code = 'code' in failure ? String(failure.code) : ''
  const said = 'response' in failure && failure.response !== undefined ? ` It said: ${failure.response}` : ''
  const known = sentences[code]?.(server)
  if (known !== undefined) return `${known}${said}`
  return said === '' ? failure.message : `The mail server ${server} refuses this mail.${said}`
}
