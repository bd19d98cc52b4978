import type { DeliverableType, DisseminationLevel } from '@office/domain';

const TYPE: Record<DeliverableType, () => string> = {
  R: () => $localize`:@@type.r:document, report`,
  DEM: () => $localize`:@@type.dem:demonstrator, pilot, prototype`,
  DEC: () => $localize`:@@type.dec:website, press and media action, video`,
  DATA: () => $localize`:@@type.data:data set`,
  DMP: () => $localize`:@@type.dmp:data management plan`,
  ETHICS: () => $localize`:@@type.ethics:ethics requirement`,
  SECURITY: () => $localize`:@@type.security:security requirement`,
  OTHER: () => $localize`:@@type.other:software, diagram, model`,
};

const LEVEL: Record<DisseminationLevel, () => string> = {
  PU: () => $localize`:@@level.pu:public`,
  SEN: () => $localize`:@@level.sen:sensitive`,
  'R-UE/EU-R': () => $localize`:@@level.restricted:EU restricted`,
  'C-UE/EU-C': () => $localize`:@@level.confidential:EU confidential`,
  'S-UE/EU-S': () => $localize`:@@level.secret:EU secret`,
};

/** "R · document, report": the code of the EU form and what it stands for. */
export const typeWords = (type: DeliverableType): string => `${type} · ${TYPE[type]()}`;
export const levelWords = (level: DisseminationLevel): string => `${level} · ${LEVEL[level]()}`;
