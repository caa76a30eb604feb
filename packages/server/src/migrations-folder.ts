import { fileURLToPath } from 'node:url'

/** `drizzle/` lies beside both `src/` and `dist/`. */
export const migrationsFolder = fileURLToPath(new URL('../drizzle', import.meta.url))
