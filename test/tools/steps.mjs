export * from '../../tools/steps.mjs';
