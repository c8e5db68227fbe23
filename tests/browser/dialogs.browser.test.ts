import { afterAll, beforeAll, expect, it } from 'vitest';
import { type House, openHouse } from './house.ts';
import { type Operator, operatorAt } from './operator.ts';

let house: House;
let oda: Operator;

beforeAll(async () => {
  house = await openHouse();
  oda = await operatorAt(house);
});

afterAll(() => house?.close());

it('a dialog begins at its first field: what is typed, also a space, is written there', async () => {
  const { page } = oda;
  await page.keyboard.press('Shift+F2');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await page.keyboard.type('99 90 00 55');
  expect(await dialog.getByRole('textbox').first().inputValue()).toBe('99 90 00 55');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
});
