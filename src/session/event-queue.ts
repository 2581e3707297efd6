/**
 * The order in which a session works: one task after the other. A message or an answer that arrives while the events
 * of another are being dispatched waits until all of those have been dispatched.
 */
import { reportErrors } from '../internal/index.js';

interface Task {
  run(): void;
}

const taskOf = <T>(handle: (item: T) => void, item: T): Task => ({ run: () => handle(item) });

/**
 * The queue of one session. Without it, a listener that executes a command within an event would
 * put that command's events before the rest of the current ones.
 */
export class EventQueue {
  readonly #tasks: Task[] = [];
  readonly #followUps: Task[] = [];
  #isRunning = false;

  /** Handles an item when all earlier ones are done: at once if none is being handled. */
  enqueue<T>(handle: (item: T) => void, item: T): void {
    this.#tasks.push(taskOf(handle, item));
    this.flush();
  }

  /** Handles an item after the running task and before the next one, or with the next `flush()`. */
  enqueueFollowUp<T>(handle: (item: T) => void, item: T): void {
    this.#followUps.push(taskOf(handle, item));
  }

  /** Handles everything that waits. Does nothing within a task: what waits is handled after it anyway. */
  flush(): void {
    if (this.#isRunning) return;
    this.#isRunning = true;
    for (let task = this.#next(); task; task = this.#next()) {
      reportErrors(() => task.run()); // the next task must not wait for ever
    }
    this.#isRunning = false;
  }

  #next(): Task | undefined {
    return this.#followUps.shift() ?? this.#tasks.shift();
  }
}
