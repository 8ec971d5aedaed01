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
      await transport.sendMail({
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
    },
    close: () => transport.close(),
  }
}
