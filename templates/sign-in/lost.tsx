import { DoorFrame, type Doorway } from './frame.tsx';

const words = {
  nl: {
    title: 'Wachtwoord of authenticator kwijt',
    codes:
      'Is alleen de authenticator weg, gebruik dan bij het aanmelden een van uw reservecodes en stel daarna onder «Mijn account» een nieuwe in.',
    ask: 'Anders vraagt u een beheerder van deze hub om een herstel-adres. Zo nodig stelt die eerst vast dat u het bent. Het adres werkt één keer, een dag lang.',
    back: 'Naar het aanmelden',
  },
  en: {
    title: 'Lost password or authenticator',
    codes:
      'If only the authenticator is gone, sign in with one of your backup codes, then set up a new one under “My account”.',
    ask: 'Otherwise ask an administrator of this hub for a recovery address, who will make sure that it is you. The address works once, for a day.',
    back: 'To the sign-in page',
  },
};

/** The way back for who cannot get in: through an administrator, and never through a mailbox alone. */
export function LostPage({ doorway }: { doorway: Doorway }) {
  const w = words[doorway.language];
  return (
    <DoorFrame doorway={doorway} title={w.title}>
      <p>{w.codes}</p>
      <p>{w.ask}</p>
      <p>
        <a href={`/sign-in?language=${doorway.language}`}>{w.back}</a>
      </p>
    </DoorFrame>
  );
}
