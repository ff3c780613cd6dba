import { longestName, signForms } from '../../../../../../shared/regime/signing.ts';
import { signFormWords, issuing as words } from '../../../../../../shared/wording/page-issue.ts';
import { useWords } from '../../../page-context.ts';
import type { Entered, IssueFormProps } from './use-issuing.ts';

type Signer = Entered['signer'];

interface Props {
  readonly head: IssueFormProps['draft']['signer']['head'];
  readonly signer: Signer;
  readonly onSigner: (signer: Signer) => void;
  /** Nobody types on: the signed file can be held against it. */
  readonly onSettled: (signer: Signer) => void;
}

/** Who signed: the head, or by which form somebody else in the head's place. */
export function SignerFields({ head, signer, onSigner, onSettled }: Props) {
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
        <label class="field">
          <span class="field-label">{t(words.signerRole)}</span>
          <input
            name="signer-role"
            type="text"
            maxLength={longestName}
            value={signer.role}
            aria-describedby="signer-role-hint"
            onInput={({ currentTarget: { value: role } }) => onSigner({ ...signer, role })}
            onChange={({ currentTarget: { value: role } }) => onSettled({ ...signer, role })}
            required
          />
          <span id="signer-role-hint" class="field-hint">
            {t(words.signerRoleHint)}
          </span>
        </label>
      )}
      <label class="field">
        <span class="field-label">{t(words.signerName)}</span>
        <input
          name="signer-name"
          type="text"
          maxLength={longestName}
          value={signer.name}
          aria-describedby="signer-name-hint"
          onInput={({ currentTarget: { value: name } }) => onSigner({ ...signer, name })}
          onChange={({ currentTarget: { value: name } }) => onSettled({ ...signer, name })}
          required
        />
        <span id="signer-name-hint" class="field-hint">
          {t(words.signerNameHint)}
        </span>
      </label>
    </div>
  );
}
