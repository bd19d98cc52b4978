import type { Routes } from '@angular/router';
import { MyWorkPage } from './feature-my-work/my-work-page';

// The page comes with its routes: the first page after signing in is then one round trip away, not two.
const routes: Routes = [{ path: '', component: MyWorkPage }];

export default routes;
