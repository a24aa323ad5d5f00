import { z } from 'zod';

/** A mail server that takes our messages, as its URL said it. */
export type Relay = {
  host: string;
  port: number;
  /** TLS from the first byte (`smtps://`). */
  secure: boolean;
  /** STARTTLS or nothing: a relay that does not offer it gets no message. */
  requireTls: boolean;
  /** Never STARTTLS, not even where it is offered. */
  ignoreTls: boolean;
  user: string | undefined;
  pass: string | undefined;
};

const loopback = /^(localhost|127(\.\d+){3}|::1)$/i;
const starttls = z.enum(['required', 'offered', 'never']);

/** True where mail for this host cannot leave the machine. */
export const isLoopback = (host: string) => loopback.test(host);

/** Reads `smtp://user:pass@host:port?starttls=required|offered|never` or `smtps://…`. */
export const relaySchema = z.string().transform((text, context): Relay => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const wish = starttls.optional().safeParse(url?.searchParams.get('starttls') ?? undefined);
  if (!url?.hostname || !/^smtps?:$/.test(url.protocol) || !wish.success) {
    context.addIssue({ code: 'custom', message: 'not a relay' });
    return z.NEVER;
  }
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const secure = url.protocol === 'smtps:';
  // Advisories and passwords do not cross a network in the clear unless the setting says so in as many words.
  const mode = wish.data ?? (isLoopback(host) ? 'never' : 'required');
  return {
    host,
    port: Number(url.port || (secure ? 465 : 587)),
    secure,
    requireTls: !secure && mode === 'required',
    ignoreTls: !secure && mode === 'never',
    user: url.username ? decodeURIComponent(url.username) : undefined,
    pass: url.password ? decodeURIComponent(url.password) : undefined,
  };
});
