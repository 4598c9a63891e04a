import type { Pool } from 'pg'
import type { LoginAttempts } from './auth/login-attempts'
import type { Database } from './database/database'
import type { Settings } from './settings'
import type { InstallationSecret } from './signing/installation-secret'

/** What procedures work with; made once by each process. */
export interface Services {
  database: Database
  pool: Pool
  settings: Settings
  attempts: LoginAttempts
  /** What signing keys are sealed with. */
  secret: InstallationSecret
}
