/** The trimmed text of a form's field. */
export function fieldText(form: HTMLFormElement, name: string): string {
  const value = new FormData(form).get(name);
  return typeof value === 'string' ? value.trim() : '';
}

/** What a form does instead of being sent. */
export const onSubmit =
  (handler: (form: HTMLFormElement) => void) =>
  (event: SubmitEvent): void => {
    event.preventDefault();
    if (event.currentTarget) handler(event.currentTarget as HTMLFormElement);
  };
