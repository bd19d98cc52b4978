import '../../shared/page-kit';
import type { Routes } from '@angular/router';
import { MyWorkPage } from './feature-my-work/my-work-page';

// The page comes with its routes: one round trip instead of two.
const routes: Routes = [{ path: '', component: MyWorkPage }];

export default routes;
