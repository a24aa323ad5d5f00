/** The OpenPGP that mail needs; an entry point brings it. What comes back is ASCII armored. */
export type Crypt = {
  /**
   * A detached signature and the name of its hash (`pgp-sha512`, RFC 3156 §5); it answers null from the moment that the
   * key is at its end, and is null itself without a key.
   */
  sign: ((text: string) => Promise<{ signature: string; micalg: string } | null>) | null;
  /**
   * To one armored public key; signed inside, where the hub can sign.
   * @throws DeliveryError permanent: nothing can be encrypted to this key now
   */
  encrypt(text: string, key: string): Promise<string>;
  close(): Promise<void>;
};
