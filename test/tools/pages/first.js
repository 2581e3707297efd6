import { findAndLeave } from './storage.js';

it('finds no storage of another file', findAndLeave);
