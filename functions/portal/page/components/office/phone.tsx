/** A number that a telephone calls. */
export function Phone({ number }: { number: string }) {
  return (
    <a class="phone" href={`tel:${number.replace(/[^+\d]/g, '')}`}>
      {number}
    </a>
  );
}
