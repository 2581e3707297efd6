/** @deprecated Old names of fake-sdk.ts, until every test uses the new ones. */
export { FakeSdk as SdkDouble, scripts, type Script, type SdkCall as Sent } from './fake-sdk.js';
