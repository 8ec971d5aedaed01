import { handlers } from '#server/app.ts'
import { createCaller, type Tally } from './caller.ts'
import { type Campaign, faultsOf } from './campaign.ts'
import { type Company, foundNorthwind, type Login } from './company.ts'
import { makeInstall, type Running } from './install.ts'
import { chanceFrom, type Malformed, malformed } from './malformed-requests.ts'

const wholeRun = 50_000
const atOnce = 8

/** Malformed requests to every endpoint of a running server: each gets an answer, none a defect, and the process goes on. */
export const noDefect = (contractors = 6): Campaign => ({
  name: 'no-defect',
  run: async ({ rounds = wholeRun, seed, say }) => {
    const install = await makeInstall()
    let server: Running | undefined
    try {
      say(`Founding Northwind with ${contractors} contractors at work …`)
      const company = await foundNorthwind(install.config, contractors)
      server = install.start()
      await server.ready
      let hasEnded = false
      server.ended.then(() => {
        hasEnded = true
      })
      const caller = createCaller(install.config.port)
      const people = [...Object.values(company.members), ...company.atWork.map(({ login }) => login)]
      await caller.signIn(people)
      const chance = chanceFrom(seed)
      const faults: string[] = []
      const askOne = async (n: number) => {
        const { endpoint } = handlers[n % handlers.length] as (typeof handlers)[number]
        const request = malformed(endpoint, idsOf(company), chance)
        const answer = await caller.raw(chance.of<Login>(people), request)
        if (answer === undefined) faults.push(`No answer to ${told(request)}`)
        else if (answer.status >= 500)
          faults.push(`${answer.status} to ${told(request)}: ${answer.text.slice(0, 200)}`)
      }
      for (let n = 0; n < rounds && !hasEnded; n += atOnce) {
        await Promise.all(Array.from({ length: Math.min(atOnce, rounds - n) }, (_, more) => askOne(n + more)))
        if (n % 5_000 === 0) say(`${n} requests`)
      }
      if (hasEnded) faults.push('The server ended.')
      caller.close()
      return [
        {
          promise: 'No request, however malformed, is answered by a defect or ends the server',
          done: `Requests with values, lengths, encodings, cursors and properties that do not belong there are sent to each of ${handlers.length} endpoints, ${atOnce} at once (seed ${seed}).`,
          counts: countsOf(caller.tally),
          faults: faultsOf(faults),
        },
      ]
    } finally {
      await server?.stop()
      await install.remove()
    }
  },
})

const idsOf =
  ({ legalEntityId, atWork }: Company) =>
  (name: string): string | undefined =>
    ({ legalEntityId, ...atWork[0] })[name as 'legalEntityId' | 'contractorId' | 'assignmentId']

const countsOf = ({ requests, byStatus }: Tally) => ({
  requests,
  ...Object.fromEntries(Object.entries(byStatus).map(([status, count]) => [`answered ${status}`, count])),
})

const told = ({ method, path, body }: Malformed): string =>
  `${method} ${path.slice(0, 200)} ${Buffer.from(body ?? '')
    .toString()
    .slice(0, 300)}`
