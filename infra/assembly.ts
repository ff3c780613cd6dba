import { App, type AppProps, Validations } from 'aws-cdk-lib';
import flags from 'aws-cdk-lib/recommended-feature-flags.json' with { type: 'json' };
import { AwsSolutionsChecks } from 'cdk-nag';
import * as z from 'zod';
import { UnitReports } from './stack.ts';

/** What `-c name=value` may say. */
const Settings = z.object({
  sender: z.string().default('Báo cáo đơn vị <bao-cao@stnmt.example>'),
  adminMail: z.email().optional(),
  sandboxRecipients: z
    .string()
    .default('')
    .transform((list) => list.split(',').filter((address) => address !== ''))
    .pipe(z.array(z.email())),
});

/**
 * The whole application, ready for `synth()`. The bundles must have been built.
 * Feature flags are set here and not in cdk.json, which only the CLI reads: whoever synthesizes in
 * process gets the very template that is deployed.
 */
export function unitReports(props: AppProps = {}): App {
  const app = new App({
    analyticsReporting: false,
    ...props,
    context: { ...flags, ...props.context },
  });
  const settings = Settings.parse({
    sender: app.node.tryGetContext('sender'),
    adminMail: app.node.tryGetContext('adminMail'),
    sandboxRecipients: app.node.tryGetContext('sandboxRecipients'),
  });
  new UnitReports(app, 'UnitReports', {
    description: 'Units send report files through a link; the office gets one consolidated report',
    ...settings,
  });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return app;
}
