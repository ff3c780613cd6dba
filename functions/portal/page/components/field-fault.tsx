/**
 * What a field has to say of itself where it lacks something: that it does, and where that is said.
 * @param hint the id of what is said below it anyway
 */
export function markOf(name: string, said: string | undefined, hint?: string) {
  const places = [hint, said === undefined ? undefined : `${name}-fault`].filter(Boolean).join(' ');
  return {
    ...(places !== '' && { 'aria-describedby': places }),
    ...(said !== undefined && { 'aria-invalid': true }),
  };
}

/** What is missing, below the field that `markOf` marked. */
export function FieldFault({ name, said }: { readonly name: string; readonly said: string | undefined }) {
  if (said === undefined) return null;
  return (
    <span id={`${name}-fault`} class="field-fault">
      {said}
    </span>
  );
}
