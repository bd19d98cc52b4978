import { inject, Pipe, type PipeTransform } from '@angular/core';
import { OfficeClock } from './office-clock';
import { agoWords } from './words';

/** `{{ instant | timeAgo }}`, measured on the server's clock. */
@Pipe({ name: 'timeAgo', pure: false })
export class TimeAgoPipe implements PipeTransform {
  readonly #clock = inject(OfficeClock);

  transform(instant: string): string {
    return agoWords(this.#clock.now(), instant);
  }
}
