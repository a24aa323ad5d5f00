/** Where one changes how one signs in. */
export const accountPaths = {
  password: '/console/account/password',
  factor: '/console/account/second-factor',
  codes: '/console/account/backup-codes',
};
