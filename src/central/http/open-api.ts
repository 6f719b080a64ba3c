import { z } from 'zod';
import { stationKeysReplySchema, stationKeysRequestSchema } from '#shared/protocol/station-keys.ts';
import { checkpointsReplySchema, checkpointsRequestSchema } from '#shared/protocol/audit.ts';
import { changesReplySchema } from '#shared/protocol/changes.ts';
import { opSchema } from '#shared/protocol/op.ts';
import { portalReplySchema, portalRequestsSchema } from '#shared/protocol/portal.ts';
import { blobReceiptSchema, opsReceiptSchema } from '#shared/protocol/receipts.ts';
import { refusalSchema } from '#shared/protocol/refusal.ts';
import {
  blobsMissingReplySchema,
  enrolmentSchema,
  helloSchema,
  opsReplySchema,
  opsStatusReplySchema,
  receiptsConfirmedSchema,
} from '#shared/protocol/replies.ts';
import {
  blobsMissingRequestSchema,
  enrolmentRequestSchema,
  opsStatusRequestSchema,
  receiptsConfirmRequestSchema,
} from '#shared/protocol/requests.ts';
import { keyIdText, signatureText } from '#shared/protocol/signed-reply.ts';

interface Operation {
  summary: string;
  body?: { type: string; schema: z.ZodType };
  reply: z.ZodType;
  parameters?: Record<string, unknown>[];
}

const JSON_TYPE = 'application/json';
const SHA256_IN_PATH = { name: 'sha256', in: 'path', required: true, schema: { type: 'string' } };

const asked = (schema: z.ZodType) => ({ type: JSON_TYPE, schema });

/** Method and path → what goes in and comes out; the schemas are those the program itself checks with. */
const OPERATIONS: Record<string, Operation> = {
  'get /v1/hello': { summary: 'Who this centre is, and where the station stands', reply: helloSchema },
  'post /v1/enrolments': {
    summary: 'Attach a station with a one-time code',
    body: asked(enrolmentRequestSchema),
    reply: enrolmentSchema,
  },
  'post /v1/ops': {
    summary: 'Ops of one station, one signed line each; `op` below is the part that is signed',
    body: { type: 'application/x-ndjson', schema: z.object({ op: opSchema, signature: signatureText }) },
    reply: opsReplySchema,
  },
  'post /v1/ops/status': {
    summary: 'What became of ops',
    body: asked(opsStatusRequestSchema),
    reply: opsStatusReplySchema,
  },
  'get /v1/changes': {
    summary: 'What other counters of the académie changed, after a cursor',
    reply: changesReplySchema,
    parameters: [{ name: 'after', in: 'query', required: false, schema: { type: 'string' } }],
  },
  'post /v1/blobs/missing': {
    summary: 'Which files the centre lacks',
    body: asked(blobsMissingRequestSchema),
    reply: blobsMissingReplySchema,
  },
  'get /v1/blobs/{sha256}/receipt': {
    summary: 'Proof that a file is durable',
    reply: blobReceiptSchema,
    parameters: [SHA256_IN_PATH],
  },
  'post /v1/receipts/confirm': {
    summary: 'Which receipts both sides hold, before a station lets go of anything',
    body: asked(receiptsConfirmRequestSchema),
    reply: receiptsConfirmedSchema,
  },
  'post /v1/audit/checkpoints': {
    summary: 'Where the audit log of the station stands, signed; what contradicts an earlier one is refused',
    body: asked(checkpointsRequestSchema),
    reply: checkpointsReplySchema,
  },
  'post /v1/stations/keys': {
    summary: 'New signing keys of the station, each introduced by the one before',
    body: asked(stationKeysRequestSchema),
    reply: stationKeysReplySchema,
  },
  'post /v1/portal-accounts': {
    summary: 'Accounts of candidates: opened, or how earlier requests stand',
    body: asked(portalRequestsSchema),
    reply: portalReplySchema,
  },
};

const SIGNED_BY_STATION = ['guichet-station', 'guichet-nonce', 'guichet-signature'].map((name) => ({
  name,
  in: 'header',
  required: name === 'guichet-nonce',
  schema: { type: 'string' },
}));

/** OpenAPI 3.1 of the stations' side (docs/protocol says what no schema can: signatures, order, retries). */
export function openApiDocument(): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [key, operation] of Object.entries(OPERATIONS)) {
    const [method = '', path = ''] = key.split(' ');
    paths[path] = { ...paths[path], [method]: describe(operation) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Guichet, serveur central', version: '1', description: 'docs/protocol/sync-protocol.md' },
    paths,
    components: {
      schemas: { Refusal: jsonSchema(refusalSchema), OpsReceipt: jsonSchema(opsReceiptSchema) },
    },
  };
}

function describe({ summary, body, reply, parameters = [] }: Operation): Record<string, unknown> {
  const sealed = z.object({ keyId: keyIdText, payload: reply, signature: signatureText });
  return {
    summary,
    parameters: [...parameters, ...SIGNED_BY_STATION],
    ...(body && {
      requestBody: { required: true, content: { [body.type]: { schema: jsonSchema(body.schema) } } },
    }),
    responses: {
      200: { description: 'Signed', content: { [JSON_TYPE]: { schema: jsonSchema(sealed) } } },
      default: {
        description: 'Refused; nothing changed',
        content: { [JSON_TYPE]: { schema: { $ref: '#/components/schemas/Refusal' } } },
      },
    },
  };
}

/** A schema inside a document has no dialect of its own. */
function jsonSchema(schema: z.ZodType): Record<string, unknown> {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io: 'input' });
  return rest;
}
