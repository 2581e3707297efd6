/** Messages of `<sobot-routes>`. */
export const routesMessages = {
  'routes.rule': 'Outbound rule',
  'routes.scheme': 'Scheme',
  'routes.number': 'Number',
  'routes.choose': 'Choose…',
  'routes.chooseScheme': 'Choose a scheme: then the rule is saved.',
  'routes.chooseNumber': 'Choose a number: then the rule is saved.',
  'routes.noSchemes': 'There is no scheme that you may use.',
  'routes.noNumbers': 'There is no number that you may use.',
  'routes.any': 'Each call shows one of the company’s numbers.',
  'routes.none': 'No outbound rules are set up for you.',
  'routes.loading': 'Loading the outbound rules…',
  'routes.saved': 'Saved',
  'routes.kept': 'Not saved. The rule is as before.',
} as const;
