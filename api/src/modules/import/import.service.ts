import { Injectable } from '@nestjs/common';
import { plainDate } from '@office/domain';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../core/clock/clock.js';
import { Transactions } from '../../core/database/transaction.js';
import { Agreements } from '../amendments/agreements.js';
import { checkMoney } from './check-money.js';
import { checkPlan } from './check-plan.js';
import { checkStructure } from './check-structure.js';
import { errorAt, ImportRefusedError, type ImportFinding } from './finding.js';
import { projectRows } from './import.mapper.js';
import { ImportRepository } from './import.repository.js';
import type { ProjectFile } from './project-file.js';
import { readProjectFile, type LeftOut, type ReadProjectFile } from './read-project-file.js';

export interface ImportedProject {
  readonly projectId: string;
  readonly warnings: readonly ImportFinding[];
  /** Parts of the file that have no place yet. */
  readonly leftOut: readonly LeftOut[];
}

/** Everything that is wrong or odd about a readable file. */
export const checkProjectFile = (file: ProjectFile): ImportFinding[] => [...checkStructure(file), ...checkPlan(file), ...checkMoney(file)];

@Injectable()
export class ImportService {
  constructor(
    private readonly repository: ImportRepository,
    private readonly agreements: Agreements,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes a project of a file: all of it in one transaction, or nothing.
   * @throws ImportRefusedError with every finding at once.
   */
  async importProject(content: unknown, by: string | null): Promise<ImportedProject> {
    const { file, leftOut } = readOrRefuse(content);
    const findings = checkProjectFile(file);
    if (findings.some(({ level }) => level === 'error')) throw new ImportRefusedError(findings);
    const projectId = uuid();
    await this.write(projectId, file, by);
    return { projectId, warnings: findings, leftOut };
  }

  private write(projectId: string, file: ProjectFile, by: string | null): Promise<void> {
    const { project, workPackages, tasks, deliverables } = file;
    return this.transactions.run(async (t) => {
      const added = await this.repository.addProject(t, projectId, project);
      if (!added) throw new ImportRefusedError([errorAt('project', 'grant-number-known', { grantNumber: project.grantNumber })]);
      await this.repository.addRows(t, projectId, projectRows(file));
      await this.agreements.begin(t, projectId, project.agreement === 'preparing' ? null : plainDate(project.startDate));
      t.publish({
        event: 'project.imported',
        projectId,
        at: this.clock.now(),
        personId: by,
        subject: { kind: 'project', id: projectId, label: `${project.acronym} ${project.title}` },
        detail: { workPackages: workPackages.length, tasks: tasks.length, deliverables: deliverables.length },
      });
    });
  }
}

function readOrRefuse(content: unknown): ReadProjectFile {
  const read = readProjectFile(content);
  if (!read.ok) throw new ImportRefusedError(read.reason);
  return read.value;
}
