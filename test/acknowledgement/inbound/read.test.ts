import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { whyAutomatic, whySuspect } from '../../../src/acknowledgement/inbound/automatic.ts';
import { mostBytes, readMail } from '../../../src/acknowledgement/inbound/mail.ts';
import { newText } from '../../../src/acknowledgement/inbound/new-text.ts';
import { readRecipient } from '../../../src/acknowledgement/inbound/recipient.ts';
import { type Reported, readReport } from '../../../src/acknowledgement/inbound/report.ts';
import { saidChoice } from '../../../src/acknowledgement/inbound/said-choice.ts';
import { verdictOf } from '../../../src/acknowledgement/inbound/verdict.ts';
import { messageKey } from '../../../src/acknowledgement/message-key.ts';
import { choiceWords } from '../../../templates/acknowledge/words.ts';

const linkKeys = [{ id: 'k1', key: Buffer.alloc(32, 1) }];
const config = { linkKeys, mail: { returnPathDomain: 'terug.example.nl' } };
const key = messageKey(linkKeys, 7);
const forged = messageKey([{ id: 'k1', key: Buffer.alloc(32, 2) }], 7);

test.each([
  [`bounce+${key}@terug.example.nl`, { purpose: 'bounce', deliveryId: 7 }],
  [`Reply+${key.toUpperCase()}@TERUG.example.nl`, { purpose: 'reply', deliveryId: 7 }],
  [`unsubscribe+${key}@terug.example.nl`, { purpose: 'unsubscribe', deliveryId: 7 }],
  [`bounce+${forged}@terug.example.nl`, null],
  [`bounce+8${key.slice(1)}@terug.example.nl`, null],
  [`bounce+${key}@elsewhere.example.nl`, null],
  [`postmaster@terug.example.nl`, null],
  [`bounce+${key}@terug.example.nl@evil.example`, null],
  ['', null],
])('an address that mail came to: %s', (address, expected) => {
  expect(readRecipient(config, address)).toEqual(expected);
});

describe('a report', () => {
  test('is read field by field, folded lines and all', () => {
    const text =
      'Reporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; Karim@water.example\r\n' +
      'Original-Recipient: rfc822;<karim@water.example>\r\nAction: FAILED\r\nStatus: 5.1.1 (no mailbox)\r\n' +
      'Diagnostic-Code: smtp; 550 5.1.1\r\n  User unknown\r\n\r\nAction: nonsense\r\n';
    expect(readReport(text)).toEqual([
      {
        action: 'failed',
        status: '5.1.1',
        original: 'karim@water.example',
        final: 'karim@water.example',
        words: '550 5.1.1 User unknown',
      },
    ]);
  });

  test.each(['', '\0\0\0', 'Action: failed', 'Status: 9.9.9\nAction: failed', ':\n:\n'])(
    'that makes no sense says nothing: %j',
    (text) => expect(readReport(text)).toEqual([]),
  );

  const target = 'karim@water.example';
  const of = (change: Partial<Reported>): Reported => ({
    action: 'failed',
    status: '5.1.1',
    original: target,
    final: target,
    words: '',
    ...change,
  });

  test.each<[string, Partial<Reported>, string, boolean]>([
    ['no such mailbox', { words: '550 5.1.1 User unknown' }, 'bounced', true],
    ['no such host', { status: '5.4.4', words: 'Host not found' }, 'bounced', true],
    ['a domain that takes no mail', { status: '5.1.10' }, 'bounced', true],
    ['a disabled mailbox', { status: '5.2.1' }, 'bounced', true],
    ['vague, but clear words', { status: '5.0.0', words: '550 No such user' }, 'bounced', true],
    ['vague words', { status: '5.0.0', words: '550 Rejected' }, 'bounced', false],
    ['a full mailbox', { status: '5.2.2', words: '552 Mailbox full' }, 'bounced', false],
    ['policy', { status: '5.7.1', words: '550 Refused by policy' }, 'bounced', false],
    ['content', { status: '5.6.0' }, 'bounced', false],
    ['spam under a wrong code', { words: '550 5.1.1 Blocked as spam' }, 'bounced', false],
    ['the sender', { status: '5.1.8', words: 'Sender domain unknown' }, 'bounced', false],
    ['five days without an answer', { status: '4.4.1' }, 'bounced', false],
    [
      'a forward of theirs',
      { final: 'x@home.example', original: 'y@home.example' },
      'bounced',
      false,
    ],
    ['delay', { action: 'delayed', status: '4.4.1' }, 'noted', false],
    ['a relay that reports nothing', { action: 'relayed', status: '2.0.0' }, 'noted', false],
    ['delivery', { action: 'delivered', status: '2.0.0' }, 'delivered', false],
  ])('of %s', (_, change, state, condemns) => {
    expect(verdictOf([of(change)], target)).toMatchObject({ state, condemns });
  });

  test('of several behind one address counts the best', () => {
    const both = [of({}), of({ action: 'delivered', status: '2.0.0' })];
    expect(verdictOf(both, target)?.state).toBe('delivered');
    expect(verdictOf([], target)).toBeNull();
  });
});

const mailOf = async (headers: string, body = 'Dank, gezien.') => {
  const raw = Buffer.from(`From: Karim <karim@water.example>\r\n${headers}\r\n\r\n${body}`);
  const mail = await readMail(raw);
  if (!mail) throw new Error('not a message');
  return mail;
};

describe('an automatic answer', () => {
  test.each([
    ['Auto-Submitted: auto-replied'],
    ['Auto-Submitted: auto-generated (by me); x=1'],
    ['Precedence: bulk'],
    ['Precedence: auto_reply'],
    ['X-Auto-Response-Suppress: All'],
    ['X-Autoreply: yes'],
    ['List-Id: <all.water.example>'],
    ['Return-Path: <>'],
    ['Content-Type: multipart/report; report-type=disposition-notification; boundary=x'],
  ])('says so: %s', async (header) => {
    expect(whyAutomatic(await mailOf(header), 'karim@water.example')).not.toBeNull();
  });

  test('never passes for a person’s, however RFC 3834 lets it say what it is', async () => {
    const comment = fc.constantFrom('', '(vacation)', '(a (b) no)', ' ');
    const keyword = fc.oneof(
      fc.constantFrom('auto-replied', 'auto-generated', 'auto-notified'),
      fc.stringMatching(/^[a-z]{1,8}-[a-z]{1,8}$/),
    );
    const said = fc
      .tuple(comment, fc.mixedCase(keyword), comment, fc.constantFrom('', ';owner=x', '; a="no"'))
      .map((parts) => parts.join(''));
    const name = fc.mixedCase(fc.constant('auto-submitted'));
    const line = fc
      .tuple(name, fc.constantFrom(':', ': ', ':\r\n '), said)
      .map((all) => all.join(''));
    const others = fc.array(
      fc.constantFrom(
        'Auto-Submitted: no',
        'X-Mailer: mail',
        'Subject: Re: NCSC',
        'Precedence: normal',
      ),
      { maxLength: 3 },
    );
    await fc.assert(
      fc.asyncProperty(others, line, others, async (before, header, after) => {
        const mail = await mailOf([...before, header, ...after].join('\r\n'));
        expect(whyAutomatic(mail, 'karim@water.example')).toBe('auto-submitted');
      }),
    );
  });

  test('hostile comments take no time to speak of', async () => {
    const deep = `Auto-Submitted: ${'('.repeat(50_000)}${')'.repeat(50_000)} auto-replied`;
    expect(whyAutomatic(await mailOf(deep), 'karim@water.example')).toBe('auto-submitted');
  });

  test('has no sender, or a program for one', async () => {
    expect(whyAutomatic(await mailOf('Subject: x'), '')).toBe('null sender');
    const raw = Buffer.from('From: MAILER-DAEMON@water.example\r\n\r\nx');
    const mail = await readMail(raw);
    expect(mail && whyAutomatic(mail, 'a@b.example')).toBe('from a program');
  });

  test.each(['Auto-Submitted: no', 'Precedence: first-class', 'X-Priority: 1', 'Subject: Re: x'])(
    'is not what a person writes: %s',
    async (header) => {
      expect(whyAutomatic(await mailOf(header), 'karim@water.example')).toBeNull();
    },
  );

  test.each([
    ['Automatisch antwoord: [TLP:AMBER] NCSC', 'Dag.'],
    ['Re: NCSC', 'I am out of the office until Monday.'],
    ['Re: NCSC', 'Ik ben met vakantie.'],
    ['Re: NCSC', ''],
  ])('without a header is doubted: %s / %s', (subject, text) => {
    expect(whySuspect(subject, text)).not.toBeNull();
  });

  test('a plain answer is not doubted', () => {
    expect(whySuspect('Re: NCSC-2019-0979', 'Gezien, we kijken er morgen naar.')).toBeNull();
  });
});

describe('what somebody wrote', () => {
  test.each([
    ['Gezien.\n\nOp 17 jan. 2020 om 10:00 schreef CSIRT <a@b.nl>:\n> tekst\n', 'Gezien.'],
    ['Seen.\r\n\r\nOn Fri, 17 Jan 2020 at 10:00, CSIRT\r\n<a@b.nl> wrote:\r\n> text', 'Seen.'],
    ['Seen.\n\n-----Original Message-----\nFrom: CSIRT', 'Seen.'],
    ['Gezien.\n________________________________\nVan: CSIRT <a@b.nl>', 'Gezien.'],
    ['Seen.\n-- \nKarim\nCISO', 'Seen.'],
    ['> Is it you?\nYes.\n> Sure?\nYes.', 'Yes.\nYes.'],
    ['On Monday we wrote a patch.', 'On Monday we wrote a patch.'],
    ['\0\uD800', '\uFFFD'],
  ])('%j', (text, expected) => expect(newText(text)).toBe(expected));

  test('is cut', () => expect(newText('a'.repeat(9999))).toHaveLength(2000));

  test('in HTML alone is read without tags and quotes', async () => {
    const html =
      '<html><head><style>p{}</style></head><body><p>Gezien &amp; gelezen.</p><blockquote>x</blockquote></body>';
    expect(newText((await mailOf('Content-Type: text/html', html)).text)).toBe('Gezien & gelezen.');
  });

  test('hostile HTML takes no time to speak of', async () => {
    const html = '<style'.repeat(16_000) + '<'.repeat(90_000);
    expect((await mailOf('Content-Type: text/html', html)).text.length).toBeLessThan(100_001);
  });
});

describe('a choice', () => {
  const labels = Object.values(choiceWords).flatMap((words) => Object.entries(words));
  test.each(labels)('%s is understood as it stands on the page: %s', (choice, label) => {
    expect(saidChoice(`${label}.\nGroet, Karim`)).toBe(choice);
  });
  test.each(['Dank, gezien.', 'Moeten we jullie bellen? Bel ons niet.', '', 'constructor'])(
    'is not read into %j',
    (text) => expect(saidChoice(text)).toBeNull(),
  );
});

test.each([Buffer.alloc(0), Buffer.alloc(mostBytes + 1, 97)])(
  'what is no message is none',
  async (raw) => expect(await readMail(raw)).toBeNull(),
);
