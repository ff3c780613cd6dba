import { App, type AppProps, Validations } from 'aws-cdk-lib';
import flags from 'aws-cdk-lib/recommended-feature-flags.json' with { type: 'json' };
import { AwsSolutionsChecks } from 'cdk-nag';
import { readSettings, refuseDeploy } from './settings.ts';
import { UnitReports } from './stack.ts';

/**
 * The whole application, ready for `synth()`. The bundles must have been built.
 * Feature flags are set here and not in cdk.json, which only the CLI reads: whoever synthesizes in
 * process gets the very template that is deployed.
 * @throws {UnusableSettings}
 */
export function unitReports(props: AppProps = {}, file?: string | null): App {
  const app = new App({
    analyticsReporting: false,
    ...props,
    context: { ...flags, ...props.context },
  });
  const { settings, missing, file: asked } = readSettings((name) => app.node.tryGetContext(name), file);
  const id = settings.stage === null ? 'UnitReports' : `UnitReports-${settings.stage}`;
  const stack = new UnitReports(app, id, {
    description: 'Units send report files through a link; the office gets one consolidated report',
    ...settings,
  });
  if (missing.length > 0) refuseDeploy(stack, missing, asked);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return app;
}
