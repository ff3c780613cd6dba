/**
 * Everything that goes through the front door without a browser, against one cloud: from the morning of the deadline to
 * the morning after, each story where the one before it left off.
 */
import { afterAll, beforeAll } from 'vitest';
import { aCloud, type Ground, type Place } from './a-cloud.ts';
import { answersToTheOffice, answersToUnits } from './door/contract.ts';
import { races } from './door/races.ts';
import { recipeInReadme } from './door/recipe.ts';
import { reports } from './door/reports.ts';

let ground: Ground;
const door: Place = {
  get ground() {
    return ground;
  },
};

beforeAll(async () => {
  // The Monday of the interim summary, which is also the day of the deadline.
  ground = await aCloud('2024-03-18T07:30:00+07:00');
});
afterAll(() => ground.finish());

reports(door);
recipeInReadme(door);
answersToUnits(door);
races(door);
answersToTheOffice(door);
