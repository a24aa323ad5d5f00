/** What a delivery status notification says of one recipient (RFC 3464 §2.3). */
export type Reported = {
  action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded';
  /** RFC 3463: `5.1.1`. */
  status: string;
  /** Lower-case addresses, without their type; null where the report names none. */
  original: string | null;
  final: string | null;
  /** The server's words, without their type. */
  words: string;
};

const actions = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const;
/** A message of ours has one recipient; a list behind it may report on a few more. */
const mostRecipients = 100;

/** Reads the body of a `message/delivery-status` part; what makes no sense in it is left out. */
export function readReport(text: string): Reported[] {
  const groups = text.replaceAll('\r\n', '\n').split(/\n[ \t]*\n/, mostRecipients + 1);
  return groups.flatMap((group) => readGroup(fieldsOf(group)) ?? []);
}

function fieldsOf(group: string): Map<string, string> {
  const unfolded = group.replace(/\n[ \t]+/g, ' ').split('\n');
  const pairs = unfolded.flatMap((line): [string, string][] => {
    const [, name, value = ''] = /^([a-z-]{1,60})[ \t]*:(.*)$/i.exec(line) ?? [];
    return name ? [[name.toLowerCase(), value.trim()]] : [];
  });
  return new Map(pairs);
}

function readGroup(fields: Map<string, string>): Reported | null {
  const action = actions.find((each) => each === fields.get('action')?.toLowerCase());
  const status = /^[245]\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '')?.[0];
  if (!action || !status) return null;
  return {
    action,
    status,
    original: addressIn(fields.get('original-recipient')),
    final: addressIn(fields.get('final-recipient')),
    words: untyped(fields.get('diagnostic-code')).slice(0, 1000),
  };
}

/** `rfc822;karim@water.example` and, from some servers, `rfc822;<karim@water.example>`. */
const addressIn = (field: string | undefined) =>
  untyped(field)
    .replace(/^<(.*)>$/, '$1')
    .toLowerCase() || null;

const untyped = (field = '') => field.replace(/^[a-z0-9-]{1,30}[ \t]*;[ \t]*/i, '');
