import { globalConfig } from 'zod/v4/core'

// Zod would otherwise try to compile its schemas, which the content security policy refuses and the browser reports.
// In a module of its own, imported first: a schema asks once, when it is made. An assignment, because the build takes
// every call of `z` for a declaration and would leave out `z.config(…)`.
globalConfig.jitless = true
