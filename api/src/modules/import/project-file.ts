import { plainToInstance, Transform, Type } from 'class-transformer';
import {
  ArrayNotEmpty,
  IsArray,
  IsIn,
  IsInt,
  IsISO31661Alpha2,
  IsISO4217CurrencyCode,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsTimeZone,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  BENEFICIARY_ROLES,
  BODY_KINDS,
  COST_CATEGORIES,
  DELIVERABLE_TYPES,
  DISSEMINATION_LEVELS,
  REPORT_KINDS,
  type BeneficiaryRole,
  type BodyKind,
  type CostCategory,
  type DeliverableType,
  type DisseminationLevel,
  type ReportKind,
} from '@office/domain';

/** Ten thousand million euros: far above any grant, far below what a double holds exactly when summed. */
const MOST_CENTS = 1_000_000_000_000;
const AGREEMENTS = ['signed', 'preparing'] as const;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

function Text(max = 500): PropertyDecorator {
  return (target, key) => [IsString(), IsNotEmpty(), MaxLength(max)].forEach((rule) => rule(target, key));
}
function Whole(min: number, max: number): PropertyDecorator {
  return (target, key) => [IsInt(), Min(min), Max(max)].forEach((rule) => rule(target, key));
}
function Many(type: () => new () => object): PropertyDecorator {
  return (target, key) => [IsArray(), ValidateNested({ each: true }), Type(type)].forEach((rule) => rule(target, key));
}
function Names(): PropertyDecorator {
  return (target, key) => [IsArray(), IsString({ each: true })].forEach((rule) => rule(target, key));
}
/** Where a record comes from; without it, the agreement. */
function Source(): PropertyDecorator {
  return (target, key) => [IsOptional(), IsString()].forEach((rule) => rule(target, key));
}

export class ProjectRecord {
  @Text(40) acronym!: string;
  @Text() title!: string;
  @Text(40) grantNumber!: string;
  @Text(80) call!: string;
  @Text(200) programme!: string;
  @Whole(1, 3) strand!: number;
  @Matches(DATE) startDate!: string;
  @Whole(1, 120) durationMonths!: number;
  @Text(200) grantingAuthority!: string;
  @IsISO4217CurrencyCode() currency!: string;
  @Whole(0, MOST_CENTS) maximumGrantCents!: number;
  @Whole(0, 10_000) fundingRateBasisPoints!: number;
  @Whole(0, 10_000) indirectRateBasisPoints!: number;
  @Source() source?: string;
  @Source() moneySource?: string;
  /** Whether the plan is a contract already, which it is unless this says otherwise, or still edited. */
  @IsOptional() @IsIn(AGREEMENTS) agreement?: (typeof AGREEMENTS)[number];
}

export class AliasRecord {
  @Text() name!: string;
  @IsOptional() @Matches(DATE) validFrom?: string;
  @IsOptional() @Matches(DATE) validTo?: string;
}

const aliasOf = (value: unknown): AliasRecord => plainToInstance(AliasRecord, typeof value === 'string' ? { name: value } : value);

export class BeneficiaryRecord {
  @Whole(1, 200) number!: number;
  @Text(40) shortName!: string;
  @Text() name!: string;
  @Text() localName!: string;
  @IsISO31661Alpha2() country!: string;
  @Text(200) city!: string;
  @Text(200) website!: string;
  @IsIn(BENEFICIARY_ROLES) role!: BeneficiaryRole;
  @IsTimeZone() timeZone!: string;
  /** A former or other name: plain, or with the dates between which it was used. */
  @IsArray()
  @ValidateNested({ each: true })
  @Transform(({ obj }: { obj: { aliases?: unknown } }) => (Array.isArray(obj.aliases) ? obj.aliases.map(aliasOf) : obj.aliases))
  aliases!: AliasRecord[];
  @Source() source?: string;
}

export class BodyRecord {
  @Text(120) name!: string;
  @IsIn(BODY_KINDS) kind!: BodyKind;
  @IsOptional() @Text(40) chair?: string;
  /** In words: "two thirds of the members who may vote". */
  @IsOptional() @Text(200) quorum?: string;
  @IsOptional() @Text(200) majority?: string;
  @IsOptional() @Whole(1, 90) reviewDays?: number;
}

export class ReportingPeriodRecord {
  @Whole(1, 40) number!: number;
  @Whole(1, 120) fromMonth!: number;
  @Whole(1, 120) toMonth!: number;
  @IsIn(REPORT_KINDS) kind!: ReportKind;
  @IsOptional() @Whole(1, 365) daysToReport?: number;
  @Source() source?: string;
}

export class WorkPackageRecord {
  @Text(20) number!: string;
  @Text() title!: string;
  @Text(40) lead!: string;
  @Whole(1, 120) startMonth!: number;
  @Whole(1, 120) endMonth!: number;
  @Text(4000) objectives!: string;
  @Source() source?: string;
}

export class TaskRecord {
  @Text(20) number!: string;
  @Text(20) workPackage!: string;
  @Text() title!: string;
  @Text(40) lead!: string;
  @Names() participants!: string[];
  @Whole(1, 120) startMonth!: number;
  @Whole(1, 120) endMonth!: number;
  @Source() source?: string;
}

export class DeliverableRecord {
  @Text(20) number!: string;
  @Text(20) workPackage!: string;
  @Text() title!: string;
  @Text(40) lead!: string;
  /** Who contributes; without it, the participants of the lead's tasks around the due month. */
  @IsOptional() @Names() contributors?: string[];
  @IsIn(DELIVERABLE_TYPES) type!: DeliverableType;
  @IsIn(DISSEMINATION_LEVELS) disseminationLevel!: DisseminationLevel;
  @Whole(1, 120) dueMonth!: number;
  @Source() source?: string;
}

export class MilestoneRecord {
  @Text(20) number!: string;
  @Text() title!: string;
  @Names() @ArrayNotEmpty() workPackages!: string[];
  @Text(40) lead!: string;
  @Whole(1, 120) dueMonth!: number;
  @Text(1000) meansOfVerification!: string;
  @Source() source?: string;
}

export class ShareRecord {
  @Text(20) workPackage!: string;
  @Text(40) beneficiary!: string;
  /** A negative share is refused by the rules of the matrix, which name the cell. */
  @Whole(-MOST_CENTS, MOST_CENTS) amountCents!: number;
}

export class BudgetLineRecord {
  @Text(20) workPackage!: string;
  @Text(40) beneficiary!: string;
  @IsIn(COST_CATEGORIES) category!: CostCategory;
  @Whole(0, MOST_CENTS) amountCents!: number;
}

/** A grant agreement as one file: the shape of `api/data/strive.json`. Months count from 1, money is whole cents. */
export class ProjectFile {
  @ValidateNested() @Type(() => ProjectRecord) @IsNotEmpty() project!: ProjectRecord;
  @Many(() => BeneficiaryRecord) @ArrayNotEmpty() beneficiaries!: BeneficiaryRecord[];
  @Many(() => BodyRecord) bodies!: BodyRecord[];
  @Many(() => ReportingPeriodRecord) @ArrayNotEmpty() reportingPeriods!: ReportingPeriodRecord[];
  @Many(() => WorkPackageRecord) @ArrayNotEmpty() workPackages!: WorkPackageRecord[];
  @Many(() => TaskRecord) tasks!: TaskRecord[];
  @Many(() => DeliverableRecord) deliverables!: DeliverableRecord[];
  @Many(() => MilestoneRecord) milestones!: MilestoneRecord[];
  @Many(() => ShareRecord) lumpSumShares!: ShareRecord[];
  @Many(() => BudgetLineRecord) budgetLines!: BudgetLineRecord[];
}
