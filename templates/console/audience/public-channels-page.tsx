import type { PublicChannel } from '../../../src/audience/list-public-channels.ts';
import { ErrorSummary } from '../error-summary.tsx';
import { TextField } from '../field.tsx';
import type { Filled } from '../filled.ts';
import { FormFoot } from '../form-foot.tsx';
import { ConsoleFrame, type Frame } from '../frame.tsx';
import { Table } from '../table.tsx';
import { LanguageField } from './contact-fields.tsx';
import { PostButton } from './post-button.tsx';
import { audienceWords, languageWords } from './words.ts';

export const publicChannelWords = {
  nl: {
    title: 'Openbare kanalen',
    intro:
      'Kanalen van Telegram die iedereen kan lezen. Elk kanaal krijgt één bericht, waar een doelgroep het publiek bedoelt, en nooit iets boven TLP:CLEAR. De bot moet beheerder van het kanaal zijn.',
    target: 'Kanaal',
    targetHint: 'De naam met @, of het nummer dat Telegram eraan gaf.',
    state: 'Stand',
    works: 'werkt',
    fails: 'werkt niet',
    again: 'Voeg het opnieuw toe als het weer werkt.',
    empty: 'Er is geen openbaar kanaal.',
    add: 'Kanaal toevoegen',
    deeds: 'Wat u kunt doen',
  },
  en: {
    title: 'Public channels',
    intro:
      'Channels of Telegram that anybody may read. Each gets one post, wherever an audience means the public, and never anything above TLP:CLEAR. The bot has to be an administrator of the channel.',
    target: 'Channel',
    targetHint: 'Its name with @, or the number that Telegram gave it.',
    state: 'State',
    works: 'works',
    fails: 'does not work',
    again: 'Add it again once it works.',
    empty: 'There is no public channel.',
    add: 'Add a channel',
    deeds: 'What you can do',
  },
};

type Props = { frame: Frame; channels: readonly PublicChannel[]; filled: Filled };

/** The channels that anybody may read, and the form that adds one. */
export function PublicChannelsPage({ frame, channels, filled }: Props) {
  const { language, caller } = frame;
  const [w, a] = [publicChannelWords[language], audienceWords[language]];
  const may = caller.roles.includes('administrator');
  return (
    <ConsoleFrame {...frame} title={w.title} here="audiences">
      <p>
        <a href="/console/audiences">
          {a.back} {a.audiences.toLowerCase()}
        </a>
      </p>
      <h1>{w.title}</h1>
      <p>{w.intro}</p>
      <Table
        id="channels"
        caption={<span class="unseen">{w.title}</span>}
        head={[a.name, w.target, a.language, w.state, ...(may ? [w.deeds] : [])]}
        empty={w.empty}
        rows={channels.map((channel) => (
          <tr>
            <th scope="row">{channel.name}</th>
            <td>{channel.target}</td>
            <td>{languageWords[language][channel.language]}</td>
            <td>
              {channel.disabledAt ? `${w.fails}: ${channel.disabledReason}. ${w.again}` : w.works}
            </td>
            {may && (
              <td>
                <PostButton
                  action={`/console/public-channels/${channel.id}/remove`}
                  of={channel.name}
                >
                  {a.remove}
                </PostButton>
              </td>
            )}
          </tr>
        ))}
      />
      {may ? <Add frame={frame} filled={filled} /> : <p class="quiet">{a.readOnly}</p>}
    </ConsoleFrame>
  );
}

function Add({ frame: { language }, filled }: Pick<Props, 'frame' | 'filled'>) {
  const [w, a] = [publicChannelWords[language], audienceWords[language]];
  return (
    <>
      <h2>{w.add}</h2>
      <ErrorSummary filled={filled} language={language} />
      <form method="post" action="/console/public-channels">
        <TextField filled={filled} path="name" label={a.name} required />
        <TextField
          filled={filled}
          path="target"
          label={w.target}
          hint={w.targetHint}
          maxlength={33}
          required
        />
        <LanguageField filled={filled} language={language} value="nl" />
        <FormFoot label={a.add} />
      </form>
    </>
  );
}
