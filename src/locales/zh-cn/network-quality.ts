import type { networkQualityWords } from '../../../elements/sobot-network-quality/messages.js';
import type { Translation } from '../../ui/i18n/translation.js';

export const networkQuality: Translation<typeof networkQualityWords> = {
  'network.title': '语音连接',
  'network.e': '良好',
  'network.d': '一般',
  'network.c': '较差',
  'network.b': '很差',
  'network.a': '已断开',
  'network.unrated': '未评级',
  'network.none': '暂无数据，通话中显示',
  'network.pstn': '无数据：接听方式为手机时，语音不经过本页面',
  'network.ping': '延迟',
  'network.jitter': '抖动',
  'network.loss': '丢包率',
  'network.mos': 'MOS（估算）',
  'network.mosHint': '平均意见得分（1 至 4.5），根据延迟、抖动和丢包率按 ITU-T G.107 估算，并非实测值',
  'network.ms': (value) => `${value} 毫秒`,
  'network.percent': (value) => `${value}%`,
  'network.now': '实时',
  'network.ago': (time) => `${time} 前`,
  'network.trend': (lowest, last) => `最近两分钟的估算 MOS：最低 ${lowest}，当前 ${last}`,
  'network.figures': (ping, jitter, loss, mos) =>
    `延迟 ${ping} 毫秒，抖动 ${jitter} 毫秒，丢包率 ${loss}%，MOS 约 ${mos}`,
  'network.warn.mos': '连接较差：客户可能听不清您的声音。',
  'network.warn.ping': '延迟较大：您和客户可能会抢话。',
  'network.warn.loss': '语音丢包：部分话语可能丢失。',
  'network.warn.jitter': '连接不稳定：声音可能断续。',
};
