import { type Config, type Environment, readConfig } from '../config.ts';
import { HubError } from '../errors.ts';
import { addSecrets } from '../secrets.ts';
import { UsageError } from './exit-code.ts';

/** The settings of this process, with the keys that the embedded database keeps. @throws UsageError */
export function settle(environment: Environment = process.env): Config {
  try {
    return readConfig(addSecrets(environment));
  } catch (error) {
    throw error instanceof HubError ? new UsageError(error.message, error.findings) : error;
  }
}
