/** What went wrong, beside what was pressed; nothing while all is well. */
export function Fault({ said }: { readonly said: string | null }) {
  if (said === null) return null;
  return (
    <span class="field-fault" role="alert">
      {said}
    </span>
  );
}
