import { statement } from '../../core/database/statement.js';
import { isMemberAt } from './references.sql.js';

/** `$1` is the project everywhere in this file. */
const PERIODS = `(
  SELECT coalesce(json_agg(json_build_object(
    'number', rp.number, 'fromMonth', rp.from_month, 'toMonth', rp.to_month, 'kind', rp.kind, 'daysToReport', rp.days_to_report,
    'provenance', rp.provenance) ORDER BY rp.number), '[]'::json)
  FROM reporting_period rp WHERE rp.project_id = $1)`;

const PROJECT_COLUMNS = `
  p.id, p.acronym, p.title, p.grant_number AS "grantNumber", p.call, p.programme, p.strand, p.start_date AS "startDate",
  p.duration_months AS "durationMonths", p.granting_authority AS "grantingAuthority", p.currency,
  p.maximum_grant_cents AS "maximumGrantCents", p.funding_rate_basis_points AS "fundingRateBasisPoints", p.provenance,
  ${PERIODS} AS "reportingPeriods"`;

const ALIASES = `(
  SELECT coalesce(json_agg(json_build_object('name', a.name, 'validFrom', a.valid_from, 'validTo', a.valid_to)
    ORDER BY a.valid_from NULLS FIRST, a.name), '[]'::json)
  FROM beneficiary_alias a WHERE a.project_id = $1 AND a.beneficiary_id = b.id)`;

const ledBy = (table: string): string => `(SELECT count(*)::int FROM ${table} l WHERE l.project_id = $1 AND l.lead_id = b.id)`;

const BENEFICIARIES = `(
  SELECT coalesce(json_agg(json_build_object(
    'id', b.id, 'number', b.number, 'shortName', b.short_name, 'name', b.name, 'localName', b.local_name, 'country', b.country,
    'city', b.city, 'website', b.website, 'role', b.role, 'timeZone', b.time_zone, 'provenance', b.provenance, 'aliases', ${ALIASES},
    'leads', json_build_object(
      'workPackages', ${ledBy('work_package')}, 'tasks', ${ledBy('task')}, 'deliverables', ${ledBy('deliverable')}))
    ORDER BY b.number), '[]'::json)
  FROM beneficiary b WHERE b.project_id = $1)`;

const BODIES_OF_MEMBER = `(
  SELECT coalesce(json_agg(json_build_object('kind', body.kind, 'chair', bm.chair) ORDER BY body.kind), '[]'::json)
  FROM body_member bm JOIN body ON body.project_id = $1 AND body.id = bm.body_id
  WHERE bm.project_id = $1 AND bm.membership_id = m.id)`;

/** Members at the instant `$2`; who has no beneficiary comes last. */
const PEOPLE = `(
  SELECT coalesce(json_agg(json_build_object(
    'id', m.id, 'personId', m.person_id, 'name', pe.name, 'email', pe.email, 'roles', m.roles, 'bodies', ${BODIES_OF_MEMBER},
    'beneficiary', CASE WHEN mb.id IS NULL THEN NULL ELSE json_build_object(
      'id', mb.id, 'shortName', mb.short_name, 'name', mb.name) END)
    ORDER BY mb.number NULLS LAST, pe.name, pe.email), '[]'::json)
  FROM membership m
  JOIN person pe ON pe.id = m.person_id
  LEFT JOIN beneficiary mb ON mb.project_id = $1 AND mb.id = m.beneficiary_id
  WHERE m.project_id = $1 AND ${isMemberAt('$2')})`;

export const PROJECT = statement('project', `SELECT ${PROJECT_COLUMNS} FROM project p WHERE p.id = $1`);

export const CONSORTIUM = statement(
  'consortium',
  `SELECT ${PROJECT_COLUMNS}, ${BENEFICIARIES} AS beneficiaries, ${PEOPLE} AS people FROM project p WHERE p.id = $1`,
);
