import type { routesWords } from '../../../elements/sobot-routes/messages.js';
import type { Translation } from '../../ui/i18n/translation.js';

export const routes: Translation<typeof routesWords> = {
  'routes.rule': '外显规则',
  'routes.scheme': '外显方案',
  'routes.number': '外显号码',
  'routes.choose': '请选择…',
  'routes.chooseScheme': '请选择外显方案，选择后自动保存。',
  'routes.chooseNumber': '请选择外显号码，选择后自动保存。',
  'routes.noSchemes': '没有可用的外显方案。',
  'routes.noNumbers': '没有可用的外显号码。',
  'routes.any': '每次外呼随机显示一个企业号码。',
  'routes.none': '尚未为您配置外显规则。',
  'routes.loading': '正在加载外显规则…',
  'routes.saved': '已保存',
  'routes.kept': '未保存，规则保持不变。',
};
