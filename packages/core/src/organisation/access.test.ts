import { describe, expect, it } from 'vitest';
import { type Capability, can, capabilities, type Role, type Staff, unitsWith } from './access.ts';

const held = (role: Role, unit: string): Staff => ({ staffId: 'x', name: 'Oppdikta', assignments: [{ role, unit }] });
const every = Object.keys(capabilities) as Capability[];

describe('being allowed', () => {
  it('is a role that has the capability, at one of the units asked for', () => {
    expect(can(held('operator', 'lvs-forde'), 'answerCalls', ['lv-floro', 'lvs-forde'])).toBe(true);
    expect(can(held('operator', 'lvs-forde'), 'answerCalls', ['lvs-nordfjord'])).toBe(false);
    expect(can(held('nurse', 'lvs-forde'), 'answerCalls', ['lvs-forde'])).toBe(false);
    expect(can(held('operator', 'lvs-forde'), 'answerCalls', [])).toBe(false);
  });

  it('without units is anywhere at all', () => {
    expect(can(held('operator', 'lvs-forde'), 'answerCalls')).toBe(true);
    expect(can({ staffId: 'x', name: 'Oppdikta', assignments: [] }, 'readRegister')).toBe(false);
  });

  it('nationally reaches every unit for figures and the register, and no person anywhere', () => {
    const reached = every.filter((capability) =>
      capabilities[capability].some((role) => can(held(role, 'national'), capability, ['lv-forde'])),
    );
    expect(reached.toSorted()).toEqual(['editRegister', 'readRegister', 'seeFigureRows', 'seeFigures']);
  });

  it('lists the units where one has it, once each', () => {
    const staff: Staff = {
      ...held('nurse', 'lv-forde'),
      assignments: [
        ...held('nurse', 'lv-forde').assignments,
        ...held('doctor', 'lv-forde').assignments,
        ...held('manager', 'lv-floro').assignments,
      ],
    };
    expect(unitsWith(staff, 'treat')).toEqual(['lv-forde']);
  });

  it('to answer a red page is not the operator’s, who would then answer their own', () => {
    expect(capabilities.answerForRed).not.toContain('operator');
    expect(capabilities.seeRedAlarm).toContain('operator');
  });
});
