import type { Dictionary } from '../../localize.js';
import { base } from './base.js';

export const zhCn: Dictionary = { ...base };
