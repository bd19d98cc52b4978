import { HttpHeaders } from '@angular/common/http';

/** A request that the page makes by itself; it does not count as somebody being there. */
export const UNATTENDED = new HttpHeaders({ 'Office-Unattended': '1' });
