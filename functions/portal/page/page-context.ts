/** What every part of the page may need: the language, the API, the uploads under way. */
import { createContext } from 'preact';
import { useCallback, useContext, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Blanks, Language, Text } from '../../../shared/vocabulary/text.ts';
import { type Api, ApiRefused } from './api.ts';
import type { Upload } from './sending/held-uploads.ts';
import type { Uploads } from './sending/uploads.ts';
import { dateTime, dayAfter, dayOf, daysUntil, say } from './words.ts';

/** The language now shown, and how to change it. */
export interface LanguageChoice {
  readonly language: Language;
  change(language: Language): void;
}

export const LanguageContext = createContext<LanguageChoice>({ language: 'vi', change: () => undefined });

/** The words of the language now shown. */
export function useWords() {
  const { language } = useContext(LanguageContext);
  const t = (text: Text, blanks?: Blanks) => say(text, language, blanks);
  return { language, t };
}

/** The regime's time zone (IANA), in which days and hours are told; what is below it has one. */
export const ZoneContext = createContext('UTC');

/** Days and hours in the regime's time zone; see words.ts. */
export function useTime() {
  const zone = useContext(ZoneContext);
  return {
    dateTime: (iso: string) => dateTime(iso, zone),
    today: (now: number) => dayOf(now, zone),
    dayAfter: (now: number) => dayAfter(now, zone),
    daysUntil: (iso: string, now: number) => daysUntil(iso, now, zone),
  };
}

/** What the page needs of the world outside. */
export interface Dependencies {
  readonly api: Api;
  readonly uploads: Uploads;
  /** Called when the link itself lets nobody in any more. */
  readonly onLinkProblem: (refusal: ApiRefused) => void;
}

export const DependenciesContext = createContext<Dependencies | null>(null);

/** @throws Error outside the page */
export function useDependencies(): Dependencies {
  const dependencies = useContext(DependenciesContext);
  if (!dependencies) throw new Error('this part stands outside the page');
  return dependencies;
}

export interface Answer<T> {
  /** The last answer; it stays while a newer one is fetched. */
  readonly value: T | null;
  readonly error: unknown;
  readonly reload: () => void;
}

/** Asks the API when the page opens, when `key` or the language changes, and when told to reload. */
export function useAnswer<T>(ask: (api: Api) => Promise<T>, key: string): Answer<T> {
  const { api, onLinkProblem } = useDependencies();
  const { language } = useWords();
  const [held, setHeld] = useState<{ key: string; value: T | null; error: unknown } | null>(null);
  const [round, setRound] = useState(0);
  const newest = useRef(ask);
  newest.current = ask;
  useEffect(() => {
    let wanted = true;
    newest.current(api).then(
      (value) => wanted && setHeld({ key, value, error: null }),
      (error: unknown) => {
        if (!wanted) return;
        if (error instanceof ApiRefused && error.isLinkProblem) onLinkProblem(error);
        else setHeld((before) => ({ key, value: before?.key === key ? before.value : null, error }));
      },
    );
    return () => {
      wanted = false;
    };
  }, [api, key, language, round, onLinkProblem]);
  const reload = useCallback(() => setRound((count) => count + 1), []);
  const current = held?.key === key ? held : null;
  return { value: current?.value ?? null, error: current?.error ?? null, reload };
}

/** Asks again each time `about` is another than it was. */
export function useReloadAt(about: unknown, reload: () => void): void {
  const known = useRef(about);
  useEffect(() => {
    if (known.current === about) return;
    known.current = about;
    reload();
  }, [about, reload]);
}

const updateEvery = 60_000;

/** Asks again when somebody looks at the page once more and, if told so, every minute while they do. */
export function useFresh(reload: () => void, everyMinute = true): void {
  const newest = useRef(reload);
  newest.current = reload;
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') newest.current();
    };
    const timer = everyMinute ? setInterval(look, updateEvery) : undefined;
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [everyMinute]);
}

/** The uploads of this tab, drawn again at each change. */
export function useUploads(): readonly Upload[] {
  const { uploads } = useDependencies();
  const [all, setAll] = useState(uploads.all());
  useEffect(() => {
    setAll(uploads.all());
    return uploads.subscribe(() => setAll(uploads.all()));
  }, [uploads]);
  return all;
}

/** A ref for the element that takes the focus when `key` changes, so that the keyboard and the ear follow. */
export function useFocusOn<T extends HTMLElement>(key: unknown) {
  const element = useRef<T>(null);
  useLayoutEffect(() => element.current?.focus(), [key]);
  return element;
}
