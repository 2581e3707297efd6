import { expect } from '@open-wc/testing';
import fc from '../support/fast-check.js';
import { toAgentList, isSelf, filterBySearch, type AgentListItem } from '../../src/queries/agents.js';
import { company, crowd } from '../support/people.js';

describe('colleaguesOf', () => {
  const names = (all: readonly AgentListItem[]): string[] => all.map(({ name }) => name);

  it('sorts as people of that language do, numbers by their size', () => {
    const agents = ['Zoë', 'agent 10', 'Agent 9', 'Ärzte', 'Adler'].map((agentName) => ({
      agentUUID: agentName,
      agentID: '',
      agentName,
    }));
    expect(names(toAgentList({ agents }, [], 'de'))).to.deep.equal(['Adler', 'Agent 9', 'agent 10', 'Ärzte', 'Zoë']);
  });

  it('gives the same object for whom nothing has changed, whatever the order, and another for the others', () => {
    const anyChange = fc.record({ at: fc.nat(49), state: fc.nat(2), name: fc.option(fc.string()), gone: fc.boolean() });
    fc.assert(
      fc.property(fc.array(anyChange, { maxLength: 5 }), fc.boolean(), (changes, reversed) => {
        const { agents } = crowd(50);
        const before = toAgentList({ agents }, [], 'en');
        const changed = new Map(changes.map((each) => [`u${each.at}`, each]));
        const next = agents.flatMap((agent) => {
          const change = changed.get(agent.agentUUID);
          if (!change) return [agent];
          return change.gone
            ? []
            : [{ ...agent, agentState: change.state, agentName: change.name?.trim() || agent.agentName }];
        });
        const after = toAgentList({ agents: reversed ? next.toReversed() : next }, before, 'en');
        expect(after).to.have.length(next.length);
        for (const old of before) {
          const now = after.find(({ key }) => key === old.key);
          if (!changed.has(old.key)) expect(now).to.equal(old);
          else if (now && now !== old) expect(now).not.to.deep.equal(old);
        }
        const { compare } = new Intl.Collator('en', { numeric: true });
        expect(names(after)).to.deep.equal(names(after).toSorted(compare));
      }),
    );
  });
});

describe('matching', () => {
  it('finds every word anywhere, in any width and case', () => {
    const all = toAgentList(company, [], 'en');
    expect(filterBySearch(all, 'ＣＨＥＮ 1103').map(({ name }) => name)).to.deep.equal(['Chen Yu']);
    expect(filterBySearch(all, ' ')).to.equal(all);
  });
});

describe('isSelf', () => {
  const phone = { agent: '1005', agentType: '0' } as const;
  for (const [what, colleague, agent, by, is] of [
    ['the number that the page gives', { id: 'x', number: '1005' }, null, phone, true],
    ['another number', { id: '1005', number: '1001' }, null, phone, false],
    ['the id that the page gives', { id: '1005', number: '1' }, null, { ...phone, agentType: '1' }, true],
    ['the id that the platform tells', { id: 'u5', number: '' }, { id: 'u5', number: '' }, null, true],
    ['nothing in common but what is not told', { id: '', number: '' }, { id: '', number: '' }, null, false],
  ] as const) {
    it(`${what}: ${is}`, () => expect(isSelf(colleague, agent, by)).to.equal(is));
  }
});
