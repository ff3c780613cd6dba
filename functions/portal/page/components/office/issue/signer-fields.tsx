import { longestName, signForms } from '../../../../../../shared/regime/signing.ts';
import { signFormWords, issuing as words } from '../../../../../../shared/wording/page-issue.ts';
import { useWords } from '../../../page-context.ts';
import { TextField } from './issue-fields.tsx';
import type { Entered, Faults, IssueFormProps } from './use-issuing.ts';

type Signer = Entered['signer'];

interface Props {
  readonly head: IssueFormProps['draft']['signer']['head'];
  readonly signer: Signer;
  readonly faults: Faults;
  readonly onSigner: (signer: Signer) => void;
  /** Nobody types on: the signed file can be held against it. */
  readonly onSettled: (signer: Signer) => void;
}

/** Who signed: the head, or by which form somebody else in the head's place. */
export function SignerFields({ head, signer, faults, onSigner, onSettled }: Props) {
  const { t } = useWords();
  return (
    <div class="issue-facts">
      <label class="field">
        <span class="field-label">{t(words.signerForm)}</span>
        <select
          name="signer-form"
          value={signer.form ?? ''}
          onChange={({ currentTarget: { value } }) =>
            onSettled({ ...signer, form: signForms.find((form) => form === value) ?? null })
          }
        >
          <option value="">{t(words.signerHead, { head })}</option>
          {signForms.map((form) => (
            <option key={form} value={form}>
              {t(signFormWords[form], { head })}
            </option>
          ))}
        </select>
      </label>
      {signer.form !== null && (
        <TextField
          name="signer-role"
          label={t(words.signerRole)}
          hint={t(words.signerRoleHint)}
          maxLength={longestName}
          value={signer.role}
          fault={faults['signer-role']}
          onInput={(role) => onSigner({ ...signer, role })}
          onSettled={(role) => onSettled({ ...signer, role })}
        />
      )}
      <TextField
        name="signer-name"
        label={t(words.signerName)}
        hint={t(words.signerNameHint)}
        maxLength={longestName}
        value={signer.name}
        fault={faults['signer-name']}
        onInput={(name) => onSigner({ ...signer, name })}
        onSettled={(name) => onSettled({ ...signer, name })}
      />
    </div>
  );
}
