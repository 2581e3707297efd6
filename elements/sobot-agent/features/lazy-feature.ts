/**
 * A wrapper that loads a feature on demand: shortcuts and media keys are dynamic imports, and
 * bundlers make chunks of them.
 */
import { attachFeature, type AgentFeature, type FeatureClass, type FeatureHost } from './agent-feature.js';

/** The condition of a feature, and the way to load it. */
export interface LazyFeatureOptions {
  /** The hook in which {@link isNeeded} is checked. */
  readonly hook: 'hostUpdated' | 'stateChanged';
  readonly isNeeded: (agent: FeatureHost) => boolean;
  readonly load: () => Promise<FeatureClass>;
  /** Called when the download fails, for a warning. The page goes on without the feature. */
  readonly onError: (agent: FeatureHost, cause: unknown) => void;
}

/**
 * A feature that is loaded when it is first needed, so that a page without it doesn't pay for it. After a failed
 * download the next check tries again.
 */
export class LazyFeature implements AgentFeature {
  #isRequested = false;

  constructor(
    private readonly agent: FeatureHost,
    private readonly options: LazyFeatureOptions,
  ) {}

  hostUpdated(): void {
    if (this.options.hook === 'hostUpdated') this.#loadIfNeeded();
  }

  stateChanged(): void {
    if (this.options.hook === 'stateChanged') this.#loadIfNeeded();
  }

  #loadIfNeeded(): void {
    if (this.#isRequested || !this.options.isNeeded(this.agent)) return;
    this.#isRequested = true;
    this.#load().catch((cause: unknown) => {
      this.#isRequested = false;
      this.options.onError(this.agent, cause);
    });
  }

  async #load(): Promise<void> {
    const Feature = await this.options.load();
    const feature = new Feature(this.agent);
    attachFeature(this.agent, feature);
    // The update and the state that made it necessary are over: the feature catches up with them.
    feature.hostUpdated?.();
    feature.stateChanged?.(this.agent.state);
  }
}
