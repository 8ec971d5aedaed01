import { command } from '#kernel/command.ts'
import * as contract from './contract.ts'
import { payeeSaved } from './events.ts'
import { PayeeId } from './ids.ts'
import { myContractorId, myPayee } from './own-payee.ts'
import { isOwnPayee } from './payee.ts'
import { insertPayee, payeeOf, savePayee } from './store.ts'

export const saveMyPayee = command(contract.saveMyPayee)({
  load: async (work) => (isOwnPayee(work.actor) ? payeeOf(work.tx, myContractorId(work)) : undefined),
  allow: isOwnPayee,
  run: async (work, known, { version, ...details }) => {
    const { tx, now, newId } = work
    const contractorId = myContractorId(work)
    const payeeId = known?.id ?? newId(PayeeId)
    // Without a version the caller believes there is nothing yet; then what is there must not be overwritten unseen.
    if (known) await savePayee(tx, payeeId, { details, version: version ?? 0, now })
    else await insertPayee(tx, { id: payeeId, contractorId, details, now })
    return { result: await myPayee(work), events: [payeeSaved({ payeeId, contractorId })] }
  },
})
