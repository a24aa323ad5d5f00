import type { Language } from '../src/advisory/language.ts';

const words = {
  nl: {
    ways: 'Wat er aankwam, en waar',
    mail: 'Post',
    telegram: 'Berichten in Telegram',
    partner: 'Bij een partner, per webhook',
    feeds: 'Feeds',
    csaf: 'CSAF',
  },
  en: {
    ways: 'What arrived, and where',
    mail: 'Mail',
    telegram: 'Messages in Telegram',
    partner: 'At a partner, by webhook',
    feeds: 'Feeds',
    csaf: 'CSAF',
  },
};

type Way = 'mail' | 'telegram' | 'partner';

/** The ways out that the demo shows, each with its page; feeds and CSAF are the hub's own. */
export function ElsewhereLinks({ language, here }: { language: Language; here: Way }) {
  const w = words[language];
  const pages = [
    ['mail', `/mailbox?language=${language}`],
    ['telegram', elsewhereAddress('telegram', { language })],
    ['partner', elsewhereAddress('partner', { language })],
  ] as const;
  return (
    <nav aria-label={w.ways}>
      <ul class="pages">
        {pages.map(([way, address]) => (
          <li>
            {way === here ? (
              <strong aria-current="page">{w[way]}</strong>
            ) : (
              <a href={address}>{w[way]}</a>
            )}
          </li>
        ))}
        <li>
          <a href={`/feeds/${language}.atom`}>{w.feeds}</a>
        </li>
        <li>
          <a href="/.well-known/csaf/provider-metadata.json">{w.csaf}</a>
        </li>
      </ul>
    </nav>
  );
}

/** The address of a page of what arrived elsewhere. */
export function elsewhereAddress(
  way: Exclude<Way, 'mail'>,
  { language, chat }: { language: Language; chat?: string | undefined },
): string {
  return `/mailbox/${way}?${new URLSearchParams({ language, ...(chat && { chat }) })}`;
}
