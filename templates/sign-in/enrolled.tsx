import { BackupCodes, backupCodesTitle } from './backup-codes.tsx';
import { DoorFrame, type Doorway } from './frame.tsx';

const onward = {
  nl: 'Ik heb ze bewaard: naar de console',
  en: 'I have kept them: to the console',
};

type Props = { doorway: Doorway; codes: readonly string[]; next: string };

/** The end of the way in for the first time. */
export function EnrolledPage({ doorway, codes, next }: Props) {
  const { language } = doorway;
  return (
    <DoorFrame doorway={doorway} title={backupCodesTitle(language)}>
      <BackupCodes language={language} codes={codes} />
      <p>
        <a class="button" href={next}>
          {onward[language]}
        </a>
      </p>
    </DoorFrame>
  );
}
