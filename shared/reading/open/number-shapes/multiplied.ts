/** Words that make a number another one ("120 nghìn"), where a format or a style adds them; a pattern of its own words. */
export const MULTIPLIED =
  '(?<!\\p{L})(?:k|tr|ngh[iì]n|ng[aà]n|tri[eệ]u|t[yỷỉ](?!\\s*lệ)|tr[aă]m|ch[uụ]c)(?!\\p{L})';
