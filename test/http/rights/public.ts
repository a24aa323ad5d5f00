import { type Caller, everyRole, open, type Rights } from './right.ts';

/** Keys alone open it: whoever is signed in here came by a session. */
const byKey: readonly Caller[] = ['reader', 'partner'];

/** A circle of the CSAF provider. */
function directory(name: string, who: readonly Caller[]): Rights {
  const files = ['', 'index.txt', 'changes.csv', 'category.json', `csaf-feed-tlp-${name}.json`];
  const paths = [...files, ':year/', ':year/:file'].map((path) => `GET /csaf/${name}/${path}`);
  return Object.fromEntries(paths.map((path) => [path, who]));
}

/** What nobody has to sign in for: the site, the feeds, secret links, the way in. */
export const publicRights: Rights = {
  'GET /': open,
  'GET /nl': open,
  'GET /en': open,
  'GET /nl/accessibility': open,
  'GET /en/accessibility': open,
  'GET /advisories/:trackingId': open,
  'GET /advisories/:trackingId/:version': open,
  'GET /notices/:id': open,
  'GET /nl/notices': open,
  'GET /en/notices': open,
  'GET /robots.txt': open,
  'GET /assets/:digest/:name': open,
  'GET /feeds/nl.rss': open,
  'GET /feeds/en.rss': open,
  'GET /feeds/nl.atom': open,
  'GET /feeds/en.atom': open,
  'GET /feeds/nl.json': open,
  'GET /feeds/en.json': open,
  'POST /websub': open,
  'GET /healthz': open,
  'GET /readyz': open,
  'GET /acknowledge/:token': open,
  'POST /acknowledge/:token': open,
  'GET /unsubscribe/:token': open,
  'POST /unsubscribe/:token': open,
  'GET /nl/subscribe': open,
  'POST /nl/subscribe': open,
  'GET /nl/subscribe/asked': open,
  'GET /en/subscribe': open,
  'POST /en/subscribe': open,
  'GET /en/subscribe/asked': open,
  'GET /subscribe/:token': open,
  'POST /subscribe/:token': open,
  'GET /subscriptions/:token': open,
  'POST /subscriptions/:token': open,
  'POST /subscriptions/:token/end': open,
  // By its secret, where the hub has one.
  'POST /telegram/updates': open,
  'GET /sign-in': open,
  'POST /sign-in': open,
  'GET /sign-in/enrol': open,
  'POST /sign-in/enrol': everyRole,
  'GET /sign-in/second-factor': open,
  'POST /sign-in/second-factor': open,
  'POST /sign-out': open,
  'GET /setup/:token': open,
  'POST /setup/:token': open,
  'GET /invitations/:token': open,
  'POST /invitations/:token': open,
  'GET /recovery': open,
  'GET /recovery/:token': open,
  'POST /recovery/:token': open,
  'GET /.well-known/csaf/provider-metadata.json': open,
  'GET /.well-known/security.txt': open,
  'GET /csaf/': open,
  'GET /csaf/service.json': open,
  'GET /csaf/openpgp-key.asc': open,
  ...directory('white', open),
  ...directory('green', byKey),
  ...directory('amber', byKey),
};
