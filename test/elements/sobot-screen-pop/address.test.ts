import { expect } from '@open-wc/testing';
import { resolveAddress } from '../../../elements/sobot-screen-pop/address.js';

const BASE = 'https://page.example/desk/';

const fields = {
  otherDN: '135****5678',
  plus: '+86 135',
  none: null,
  attachedData: { orderID: 'o-7', order: { id: 12, open: true, tags: ['a'] } },
  host: '.evil.example',
  evil: '1&admin=1#/../?\u0000"<\ud800',
  link: 'https://evil.example',
  up: '..',
  here: '.',
};

describe('the address of a screen pop', () => {
  for (const [template, address] of [
    ['https://crm.example/find?phone={otherDN}&id={callID}', 'https://crm.example/find?phone=135****5678&id='],
    ['https://crm.example/{ otherDN }', 'https://crm.example/135****5678'],
    ['https://crm.example/?p={plus}', 'https://crm.example/?p=%2B86%20135'],
    ['https://crm.example/{attachedData.orderID}', 'https://crm.example/o-7'],
    ['https://crm.example/{attachedData.order.id}/{attachedData.order.open}', 'https://crm.example/12/true'],
    ['https://crm.example/?t={attachedData.order.tags}', 'https://crm.example/?t=%5B%22a%22%5D'],
    ['https://crm.example/?t={attachedData.order.id.x}{none}{constructor}{a.b.c}', 'https://crm.example/?t='],
    ['https://crm.example/?q={evil}', 'https://crm.example/?q=1%26admin%3D1%23%2F..%2F%3F%00%22%3C%EF%BF%BD'],
    ['/customers/{otherDN}', 'https://page.example/customers/135****5678'],
    ['?phone={otherDN}', 'https://page.example/desk/?phone=135****5678'],
    ['{link}', 'https://page.example/desk/https%3A%2F%2Fevil.example'],
    ['http://crm.example:8080/{}', 'http://crm.example:8080/%7B%7D'],
  ] as const) {
    it(`${template} is ${address}`, () => {
      expect(resolveAddress(template, fields, BASE)).to.equal(address);
    });
  }

  for (const template of [
    'https://crm.example/customers/{up}/edit',
    'https://crm.example/customers/{up}',
    'https://crm.example/customers/{here}/{up}',
    'https://crm.example/customers/{here}{here}/',
    '/customers/{ up }',
    'javascript:alert({otherDN})',
    'JavaScript:alert(1)',
    'data:text/html,{otherDN}',
    'blob:https://page.example/1',
    'ftp://crm.example/{otherDN}',
    'tel:{otherDN}',
    'https://{host}/',
    'https://crm.example{host}/',
    'https://{link}/',
    'https://crm.example:{attachedData.order.id}/',
    'https://{host}@crm.example/',
    'https://user:{otherDN}@crm.example/',
    'https://',
  ]) {
    it(`${template} is none`, () => {
      expect(resolveAddress(template, fields, BASE)).to.equal(null);
    });
  }
});
