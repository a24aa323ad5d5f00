import type { Socket } from 'node:net';
import type { SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection';

/**
 * Begins a connection in a way of its own, with TLS from the first byte where `secure`: nodemailer's looks the name up
 * first, which Workers do not let it.
 */
export type Dial = (server: { host: string; port: number; secure: boolean }) => Socket;

/** A mail server that takes our messages. */
export type Relay = {
  host: string;
  port: number;
  /** TLS from the first byte. */
  secure: boolean;
  /** STARTTLS or nothing. */
  requireTls: boolean;
  /** Never STARTTLS, not even where it is offered. */
  ignoreTls: boolean;
  user: string | undefined;
  pass: string | undefined;
  /** PEM; the authority that signed the relay's certificate, if the system does not know it. */
  ca?: string | undefined;
  /** Absent: nodemailer's own way. */
  dial?: Dial | undefined;
};

const openTimeoutMs = 10_000;

/**
 * How to connect. Where TLS is a must, the certificate is verified; where it is only taken when offered, any certificate
 * beats plain text. With credentials it is a must, since whoever sits between could leave the offer out.
 */
export function connectionOptions(relay: Relay, timeoutMs: number): SMTPConnectionOptions {
  const { host, port, secure, ignoreTls } = relay;
  const requireTLS = relay.requireTls || (!secure && !ignoreTls && relay.user !== undefined);
  return {
    host,
    port,
    secure,
    ignoreTLS: ignoreTls,
    requireTLS,
    ...(relay.dial
      ? // Workers verify every certificate, and know no option for it.
        { connection: relay.dial({ host, port, secure }), secured: secure }
      : {
          tls: { rejectUnauthorized: secure || requireTLS, ...(relay.ca ? { ca: relay.ca } : {}) },
        }),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketCloseTimeout: 0,
  };
}

/** The part of the time left that one of `candidates` relays may take to open; a relay that is up needs little. */
export function openingTime(remainingMs: number, candidates: number): number {
  return Math.max(1, Math.min(openTimeoutMs, remainingMs / candidates));
}
