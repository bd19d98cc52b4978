import { openRunFolder } from '../../../tools/jest/run-folder.mjs';

export default openRunFolder;
