import { config } from 'zod'

// Zod tries `new Function` once to learn whether it may compile; under our content security policy even the caught
// attempt is reported as a violation. This module stands first among the imports of main.tsx, and in Zod's own chunk.
config({ jitless: true })
