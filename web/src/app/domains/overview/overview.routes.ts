import '../../shared/page-kit';
import type { Routes } from '@angular/router';
import { OverviewPage } from './feature-overview/overview-page';

// The page comes with its routes: one round trip instead of two.
const routes: Routes = [{ path: '', component: OverviewPage }];

export default routes;
