/**
 * Queries about the agent: reasons, answering methods, extensions, skill groups and login. The
 * results have the fields of the document's tables, unclear ones included, so that a page meets
 * what it will meet at the vendor.
 */
import type {
  CanJoinedInfoResult,
  ExtsResult,
  JoinedQueue,
  JoinedQueuesResult,
  LoginInfoResult,
  PhoneTypeRow,
  PhoneTypesResult,
  StatesResult,
} from '../../sdk/index.js';
import { tenant, type Agent } from '../model/index.js';
import { query } from './method-context.js';

const { breaks, phoneTypes, queues } = tenant;

/** Login states that a form offers. The document types the rows and gives no values. */
const loginStates = [
  { code: '1', name: 'Online' },
  { code: '2', name: 'Do not disturb' },
];

/**
 * Returns the answering methods. The document has both `default` and `defaultPhoneType`, in the
 * same row.
 */
const phoneTypeRows = (agent: Agent): PhoneTypeRow[] =>
  phoneTypes.map((phoneType) => {
    const isDefault = phoneType === agent.phoneType;
    return { phoneType, default: isDefault, defaultPhoneType: isDefault };
  });

/** Returns the skill groups of an agent, as three of the queries list them. */
const queueRows = (agent: Agent): JoinedQueue[] =>
  queues
    .filter(({ code }) => agent.queues.includes(code))
    .map(({ code, name, weight, checkin }) => ({ queueID: code, queueName: name, queueWeight: weight, checkin }));

/** Breaks of the company. This query fails with `message`, as its table in the document says. */
export const queryStates = query<StatesResult>(() => ({ states: breaks.map((row) => ({ ...row })) }), 'message');

export const queryPhoneType = query<PhoneTypesResult>(({ agent }) => ({
  id: agent.uuid,
  agentID: agent.agentID,
  agentName: agent.name,
  currentPhoneType: agent.phoneType,
  ext: agent.ext,
  phone: agent.phone,
  phoneTypes: phoneTypeRows(agent),
}));

/** A page of the extensions that the agent may bind, filtered by a part of the number. */
export const queryUnusedExts = query<ExtsResult>(({ exchange, agent, params }) => {
  const currPage = params.integer('currPage', 1, Number.MAX_SAFE_INTEGER, 1);
  const pageSize = params.integer('pageSize', 1, 1000, 50);
  const part = params.string('ext');
  const found = exchange.roster.bindableExtensions(agent).filter((ext) => ext.includes(part));
  const from = (currPage - 1) * pageSize;
  return {
    currPage,
    pageSize,
    total: found.length,
    exts: found.slice(from, from + pageSize).map((ext) => ({ ext, default: ext === agent.ext })),
  };
});

export const queryAgentJoinedQueues = query<JoinedQueuesResult>(({ agent }) => ({ queues: queueRows(agent) }));

/** Present login. A logged-out agent gets calls from no skill group. */
export const queryAgentLoginInfo = query<LoginInfoResult>(({ agent }) => ({
  agentUUID: agent.uuid,
  agentID: agent.agentID,
  agentName: agent.name,
  ext: agent.ext,
  phone: agent.phone,
  phoneTypes: phoneTypeRows(agent),
  receptionQueues: agent.state === 0 ? [] : queueRows(agent),
}));

/**
 * Choices for the next login. Status and answering method of the last one are blank before the
 * first.
 */
export const queryAgentCanJoinedInfo = query<CanJoinedInfoResult>(({ agent }) => {
  const last = loginStates.find(({ code }) => code === String(agent.lastState));
  return {
    info: {
      id: agent.uuid,
      agentID: agent.agentID,
      agentName: agent.name,
      loginStatusCode: last?.code ?? '',
      loginStatusName: last?.name ?? '',
      ...(agent.lastPhoneType ? { currentPhoneType: agent.lastPhoneType } : {}),
      ext: agent.ext,
      phone: agent.phone,
      phoneTypes: phoneTypes.map((phoneType) => ({ phoneType })),
      checkableQueues: queueRows(agent),
      loginStatus: loginStates.map((row) => ({ ...row })),
    },
  };
});
