/**
 * English messages of `<sobot-routes>`. The names of rules, schemes and numbers come from the
 * platform.
 */
export const routesMessages = {
  'routes.rule': 'Outbound rule',
  'routes.scheme': 'Scheme',
  'routes.number': 'Number',
  'routes.choose': 'Choose…',
  'routes.chooseScheme': 'Choose a scheme to save this rule.',
  'routes.chooseNumber': 'Choose a number to save this rule.',
  'routes.noSchemes': 'No schemes are available to you.',
  'routes.noNumbers': 'No numbers are available to you.',
  'routes.any': 'Each call shows one of the company’s numbers.',
  'routes.none': 'No outbound rules are set up for you.',
  'routes.loading': 'Loading the outbound rules…',
  'routes.saved': 'Saved',
  'routes.kept': 'Couldn’t save. Your previous rule still applies.',
} as const;
