import type { SMTPServerOptions } from 'smtp-server';
import { atEnd } from './at-end.ts';
import { type Smtp, startSmtp } from './smtp-server.ts';

/** Starts an SMTP server that ends with the test, or with the file when no test is running. */
export async function openTestSmtp(options?: SMTPServerOptions): Promise<Smtp> {
  const smtp = await startSmtp(options);
  atEnd(smtp.close);
  return smtp;
}
