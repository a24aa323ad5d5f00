/** A bare e-mail address. */
export const mailAddress = /^[^\s<>@,;"]+@[a-z0-9-]+(\.[a-z0-9-]+)*$/i;

/** An e-mail address as a URI. RFC 6068 §2: what means something else in a URI is written by its number. */
export const toMailto = (address: string) =>
  `mailto:${encodeURI(address).replace(/[?#]/g, encodeURIComponent)}`;
