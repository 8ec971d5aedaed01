/** Everything about signing in lives below this path, apart from the API of the modules. */
export const authBase = '/api/auth'

/** Where the gate tells better-auth the address of the client; nobody else's headers reach it. */
export const addressHeader = 'x-muster-address'
