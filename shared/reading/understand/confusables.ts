/**
 * Letters of other alphabets, and of phonetics, that look like Latin ones, by what they look like. Of Unicode's list of
 * confusable characters (UTS #39) those of the alphabets that keyboards and fonts bring along.
 */
const otherAlphabets: Readonly<Record<string, string>> = {
  // Cyrillic
  ...table('АаВвЕеЅѕІіЈјКкМмНнОоРрСсТтУуХхҮүһԁԚԛԜԝӀӏпгԌ', 'AaBbEeSsIiJjKkMmHhOoPpCcTtYyXxYyhdQqWwIlnrG'),
  // Greek
  ...table('ΑαΒβΕεΖΗηΙιΚκΜΝνΟοΡρΤτΥυΧχγωϳ', 'AaBbEeZHnIiKkMNvOoPpTtYuXxywj'),
  // Armenian
  ...table('օՕսՍհոցա', 'oOuUhngw'),
};
const alike: Readonly<Record<string, string>> = {
  ...otherAlphabets,
  // Latin letters of other languages, and of phonetics
  ...table('ıȷɑɡɩɪʏʟɴʀʙʜᴀᴄᴅᴇꜰɢᴊᴋᴍᴏᴘꜱᴛᴜᴠᴡᴢɐɯƣƢ', 'ijagiiylnrbhacdefgjkmopstuvwzamuU'),
  ...table('øØłŁħĦŧŦƀɓƁɖƉɗƊƙƘɨƗʉƫƬƥƤɉɍɏƴƳⱥȺȼȻɇɆ', 'oOlLhHtTbbBdDdDkKiIutTpPjryyYaAcCeE'),
};
const anyAlike = anyOf(alike);
const anyOther = anyOf(otherAlphabets);

function table(from: string, to: string): Readonly<Record<string, string>> {
  const letters = [...to];
  return Object.fromEntries([...from].map((letter, n) => [letter, letters[n] ?? letter]));
}

function anyOf(letters: Readonly<Record<string, string>>): RegExp {
  return new RegExp(`[${Object.keys(letters).join('')}]`, 'gu');
}

/** What no reader sees: letters of no width, those that turn the direction of writing, soft hyphens. */
const unseen = /[\p{DI}\p{Cf}]+/gu;

function withoutUnseen(text: string): string {
  return text.replace(unseen, '');
}

/** A word with its Latin letters in the place of those of other alphabets, where it has letters of both. */
export function inOneAlphabet(word: string): string {
  if (!/\p{Script=Latin}/u.test(word)) return word;
  return word.replace(anyOther, (letter) => otherAlphabets[letter] ?? letter);
}

/** The text by what is seen of it: without letters that nobody sees, with the Latin letters that others look like. */
export function asSeen(text: string): string {
  return withoutUnseen(text.normalize('NFKD')).replace(anyAlike, (letter) => alike[letter] ?? letter);
}
