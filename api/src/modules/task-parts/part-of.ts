import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { OfficeRequest } from '../../core/http/access.js';
import type { PartKey } from './task-parts.repository.js';

/** Whose part of which task the address names. */
export const PartOf = createParamDecorator((_: unknown, context: ExecutionContext): PartKey => {
  const { projectId, taskId, beneficiaryId } = context.switchToHttp().getRequest<OfficeRequest>().params as PartKey;
  return { projectId, taskId, beneficiaryId };
});
