import type { TemplateContent } from './contract.ts'

/** A first text, so that a new organization can send something at once. */
export const starterNda: TemplateContent = {
  name: 'Non-disclosure agreement',
  kind: 'nda',
  counterSignature: true,
  daysToSign: 30,
  note: 'A starting point in plain words, and no legal advice. Have a lawyer review it before you rely on it.',
  body: `This agreement is made on {{today}} between {{legalEntity.name}}, {{legalEntity.address}} (the Client) and {{contractor.name}} (the Contractor). The Contractor works for the Client from {{engagement.startsOn}} on and will see things that are not public.

# 1. What is confidential
Whatever the Client shows or tells the Contractor and has not made public, in any form: plans, prices, code, designs, data about customers and staff. It need not be marked.

Not confidential is what:
- is public, or becomes so without the Contractor's doing;
- the Contractor knew before, or finds out without using what the Client has told;
- somebody else tells the Contractor who is free to do so.

# 2. What the Contractor does with it
The Contractor:
1. uses it only for the work for the Client;
2. shows it to nobody except people who help with that work, need it and are bound in the same way;
3. keeps it as safe as their own secrets, and with ordinary care at least;
4. tells the Client without delay when it has got out.

A court or an authority may force the Contractor to disclose something. The Contractor then tells the Client first, where the law allows it, and discloses no more than must be.

# 3. What the law protects
Nothing here keeps anybody from reporting a breach of law to an authority. Under 18 U.S.C. 1833(b) nobody is liable for telling a trade secret in confidence to an authority or a lawyer in order to report a suspected breach of law, nor for filing it under seal in a court case.

# 4. At the end
When the work ends or the Client asks, the Contractor gives back or deletes what is confidential. Copies that backups or the law keep stay under this agreement.

# 5. How long
These duties last for three years after the work has ended, and for trade secrets as long as they are secret.

# 6. The rest
The Client owns what is confidential; nothing here passes on any right to it. Changes need the signatures of both. If one part does not hold, the others do. The law of the place where the Client has its seat applies.`,
}
