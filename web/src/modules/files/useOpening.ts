import { type FileId, openMyProtectedFile, openProtectedFile } from '#modules/files/contract.ts'
import { useSession } from '#web/app/session.ts'
import { useCommand } from '#web/lib/useCommand.ts'

/** Opens a protected file, which is recorded. Members say why; whoever it is about does not have to. */
export const useOpening = (fileId: FileId) => {
  const asksWhy = useSession().here.contractorId === null
  const byMember = useCommand(openProtectedFile, ['audit'])
  const byOwner = useCommand(openMyProtectedFile, [])
  const { error, isPending } = asksWhy ? byMember : byOwner
  const open = (reason: string, onOpened: (ticket: string) => void): void => {
    const follow = { onSuccess: ({ ticket }: Readonly<{ ticket: string }>) => onOpened(ticket) }
    if (asksWhy) byMember.mutate({ fileId, reason: reason.trim() }, follow)
    else byOwner.mutate({ fileId }, follow)
  }
  return { asksWhy, error, isPending, open }
}
