import { defineConfig } from 'drizzle-kit'

/** `npm run migrations` writes a new migration from what changed in the schema. */
export default defineConfig({
  dialect: 'postgresql',
  schema: './drizzle/schema/index.ts',
  out: './drizzle/migrations',
})
