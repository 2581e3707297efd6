/** What is published are the compiled modules; the manifest speaks of those. */
const published = (path) => path.replace(/^\/?((?:src|elements)\/.*)\.[jt]s$/, 'dist/$1.js');

const visit = (value, change) => {
  if (!value || typeof value !== 'object') return;
  change(value);
  for (const item of Object.values(value)) visit(item, change);
};

/** elements/sobot-agent/sobot-agent.ts describes <sobot-agent>, and define.ts beside it registers it. */
const tagNames = {
  name: 'tag-names',
  moduleLinkPhase({ moduleDoc }) {
    const tag = /^elements\/(sobot-[a-z-]+)\/\1\.ts$/.exec(moduleDoc.path)?.[1];
    const declaration = tag && moduleDoc.declarations.find((d) => d.kind === 'class' && d.customElement);
    if (declaration) declaration.tagName = tag;
  },
};

/**
 * The base classes of src/ui are analysed so that their members are inherited, then left out: nobody imports them.
 * A private member is nobody's business either.
 */
const publicOnly = {
  name: 'public-only',
  packageLinkPhase({ customElementsManifest: manifest }) {
    const isOpen = ({ privacy }) => !privacy || privacy === 'public';
    manifest.modules = manifest.modules.filter(({ path }) => path.startsWith('elements/'));
    for (const declaration of manifest.modules.flatMap((module) => module.declarations)) {
      if (declaration.members) declaration.members = declaration.members.filter(isOpen);
      // The analyser takes the parameter of a method that dispatches for an event of that name.
      if (declaration.events) declaration.events = declaration.events.filter(({ name }) => name.startsWith('sobot-'));
    }
    visit(manifest, (node) => {
      for (const key of ['path', 'module']) if (typeof node[key] === 'string') node[key] = published(node[key]);
    });
  },
};

export default {
  globs: ['elements/**/*.ts', 'src/ui/**/*.ts'],
  outdir: 'dist',
  litelement: true,
  dependencies: false,
  packagejson: false,
  plugins: [tagNames, publicOnly],
};
