/**
 * What nearly every page is made of. Whatever is loaded lazily imports this file first, and so does the frame: all of it
 * then stands in one file beside the frame, instead of twenty small ones that the pages share in ever new combinations,
 * each with a round trip and headers of its own.
 */
import './ui-action-button/action-button';
import './ui-avatar/avatar';
import './ui-card/card';
import './ui-demo-badge/demo-badge';
import './ui-due-date/due-date';
import './ui-empty-state/empty-state';
import './ui-error-state/error-state';
import './ui-kpi-card/kpi-card';
import './ui-menu/menu';
import './ui-page-header/page-header';
import './ui-person/person';
import './ui-progress-bar/progress-bar';
import './ui-skeleton/skeleton';
import './ui-status-chip/status-chip';
import './ui-time/time';
import './util-http/page-resource';
import './util-http/project-api';
import './util-locale/money.pipe';
import './util-nav/nav-counts';
import './util-session/role-words';
import './util-time/date.pipes';
import './util-toast/toasts';
