/** The name of a format, as it is stored. */
import * as z from 'zod';
import { formatNames } from './formats.ts';

export const Format = z.enum(formatNames);
