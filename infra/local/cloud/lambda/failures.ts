import { LocalCloudError } from '../errors.ts';
import type { ThrownError } from './messages.ts';

/** An invocation that ended without an answer; says what Lambda would report. */
export class InvocationFailed extends LocalCloudError {
  override readonly name: string = 'InvocationFailed';
  readonly code = 'INVOCATION_FAILED';
  readonly functionName: string;
  /** Lambda's name for it, such as `Sandbox.Timedout`, or the class of what the handler threw. */
  readonly errorType: string;

  constructor(functionName: string, errorType: string, message: string, options?: ErrorOptions) {
    super(`${functionName}: ${message}`, options);
    this.functionName = functionName;
    this.errorType = errorType;
  }
}

/** The handler threw or rejected; the worker lives on. */
export class HandlerThrew extends InvocationFailed {
  override readonly name = 'HandlerThrew';

  constructor(functionName: string, { errorType, errorMessage }: ThrownError) {
    super(functionName, errorType, errorMessage);
  }
}

/** The function took longer than the template allows; its worker was stopped. */
export class FunctionTimedOut extends InvocationFailed {
  override readonly name = 'FunctionTimedOut';

  constructor(functionName: string, seconds: number) {
    super(functionName, 'Sandbox.Timedout', `Task timed out after ${seconds.toFixed(2)} seconds`);
  }
}

/** The worker died: out of memory, an uncaught error, an exit, or killed on purpose. */
export class FunctionCrashed extends InvocationFailed {
  override readonly name = 'FunctionCrashed';

  constructor(functionName: string, how: string, options?: ErrorOptions) {
    super(functionName, 'Runtime.ExitError', how, options);
  }
}

/** The event is no JSON, or larger than Lambda takes. */
export class IllegalEvent extends InvocationFailed {
  override readonly name = 'IllegalEvent';

  constructor(functionName: string, what: string) {
    super(functionName, 'InvalidRequestContentException', what);
  }
}
