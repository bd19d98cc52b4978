import '../../shared/page-kit';
import type { Routes } from '@angular/router';
import { ActivityPage } from './feature-activity/activity-page';

// The page comes with its routes: one round trip instead of two.
const routes: Routes = [{ path: '', component: ActivityPage }];

export default routes;
