import type { markOf } from '../field-fault.tsx';

interface Props {
  readonly name: string;
  readonly class: string;
  readonly multiple: boolean;
  /** Called before the device's chooser opens. */
  readonly onOpen?: () => void;
  readonly onFiles: (files: readonly File[]) => void;
  /** Of the field itself: its name, and whether something is amiss with it. */
  readonly field?: { readonly name: string } & ReturnType<typeof markOf>;
}

/** A button that opens the device's own chooser; on a phone that is its files, pictures and camera. */
export function FilePick({ name, class: className, multiple, onOpen, onFiles, field }: Props) {
  return (
    <label class={className}>
      <input
        {...field}
        class="unseen"
        type="file"
        multiple={multiple}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          if (files.length > 0) onFiles(files);
        }}
        onClick={(event) => {
          // Choosing the same file again, mended meanwhile, must count as a choice.
          event.currentTarget.value = '';
          onOpen?.();
        }}
      />
      {name}
    </label>
  );
}
