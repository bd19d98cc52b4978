import { DemoService } from '../modules/demo/demo.service.js';
import type { Command } from './command.js';

export const demoLoadCommand: Command = {
  name: 'demo load',
  usage: '',
  options: {},
  positionals: 0,
  run: async (app) => {
    const { projectId, accounts, steps } = await app.get(DemoService).load();
    return `Loaded STRIVE as project ${projectId}: ${accounts} accounts, ${steps} steps of its life.`;
  },
};
