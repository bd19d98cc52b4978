import '../../shared/page-kit';
import type { Routes } from '@angular/router';
import { ReportsPage } from './feature-reports/reports-page';

// The page comes with its routes: one round trip instead of two.
const routes: Routes = [{ path: '', component: ReportsPage }];

export default routes;
