import { send } from '#web/lib/request.ts'

type Answer = Readonly<Record<string, unknown>>

/** Ways in are no endpoints: they hand out cookies. They answer in JSON and refuse with Problems like everything else. */
export const askDoor = async (path: string, body?: Answer): Promise<Answer> => {
  const response = await send(
    {
      url: `/api/auth${path}`,
      headers: body ? { 'content-type': 'application/json' } : {},
      ...(body ? { body: JSON.stringify(body) } : {}),
    },
    { method: body ? 'POST' : 'GET' },
  )
  // Every door answers with an object; what is in it is looked at where it is used.
  return (await response.json()) as Answer
}
