/** Password of every demonstration account; such accounts exist only where `DEMO` is on. */
export const DEMO_PASSWORD = 'strive-demo';
