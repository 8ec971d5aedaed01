import { z } from 'zod'

// Zod would otherwise try to compile its schemas, which the content security policy refuses and the browser reports.
// In a module of its own, imported first: a schema asks once, when it is made.
z.config({ jitless: true })
