#!/usr/bin/env python3
"""Writes the inputs that fuzzing starts from: seeds.py FOLDER. All values are synthetic.

The first byte of most inputs tells the target what to do with the rest; see the targets.
"""

import glob
import os
import struct
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
ENCODINGS = ['utf-8', 'cp932', 'euc_jp', 'iso2022_jp', 'utf-16-le', 'utf-16-be']
TEXT = '氏名,ｶﾅ,番号\r\n髙橋 花子,ﾀｶﾊｼ,03-1234-5678\r\n①﨑山,ｻｷﾔﾏ,"東京都千代田区"\nマイナンバー: １２３４－５６７８－９０１８\n'

TABLES = [
    'a,b,c\n1,2,3\n', '"a","b""c","d\ne"\r\n1,"2",3\r\n', 'a\tb\n"x\ty"\tz\n', 'sep=;\na;b\n"1;";2',
    'a|b\r1|"2\r3"\r', '="0123",\'0456\n"open,1\n2,3\n', ',,,\n\n\r\r\n""\n', 'x' * 70 + '"\n"' + 'y' * 70,
]
XML = [
    '<?xml version="1.0" encoding="Shift_JIS"?><a b="1" c=\'2\'><d>x&amp;&#x30a2;&#12354;</d><e/></a>',
    '<!DOCTYPE a [<!ENTITY e "x<b/>y"><!ENTITY f "&e;&e;"><!ATTLIST a z CDATA "1">]><a>&f;</a>',
    '<a><![CDATA[1]]2]]><!-- c --><?p q?></a>\n<b/>\n<c>\r\n</c>', '<n:a xmlns:n="u"><n:b n:c="d"/></n:a>',
    '<!DOCTYPE a SYSTEM "x" [<!ENTITY % p SYSTEM "y"> %p;<!ENTITY e SYSTEM "z">]><a>&e;</a>', '<a><b></a>', 'x<a>y</a>z',
]
OTHER = {
    0: [TEXT], 1: ['氏名,個人番号\n見本太郎,123456789018\n'], 2: XML[:2],
    3: ['{"a":[{"個人番号":"123456789018","x":1.5e3},{"\\u6c0f":null}],"b":true}'],
    4: ['{"a":1}\n{"a":"x@example.jp"}\n[1,2]\n'],
    5: ['From: a@example.jp\r\nSubject: =?ISO-2022-JP?B?GyRCTD4bKEI=?=\r\nMIME-Version: 1.0\r\n'
        'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n'
        'Content-Transfer-Encoding: base64\r\n\r\nMTIzNDU2Nzg5MDE4\r\n--b\r\nContent-Transfer-Encoding: quoted-printable\r\n'
        '\r\n=E3=81=82=\r\n\r\n--b--\r\n'],
    6: ['<!doctype html><html><body><table><tr><th>氏名<td>見本</table><p>x&nbsp;&#65;<!-- c --></body>'],
    7: ["CREATE TABLE t (a INT, `個人番号` TEXT);\nINSERT INTO t (a,b) VALUES (1,'it''s'),(2,NULL);\n"],
    8: ['# 見出し\n\n| 氏名 | 番号 |\n|---|---|\n| 見本 | 1 |\n\n```\nx\n```\n'], 9: ['a: 1\nb:\n  - c: "d"\n  - e\n'],
    10: ['[a]\nb = c\n; d\n'], 11: ['dn: cn=a,dc=b\ncn: a\ntelephoneNumber: 03-1234-5678\n c\n\n'],
    12: ['BEGIN:VCARD\nVERSION:3.0\nFN:見本\nTEL;TYPE=WORK:03-1234-5678\nEND:VCARD\n'],
    13: ['2024-01-02 03:04:05 INFO user=1 mail=a@example.jp\n' * 4],
    14: ['氏名        番号\n' + '見本太郎    0001\n' * 6], 15: [TEXT, '1' + '0' * 119 + '\r\n' + '2' + '3' * 119 + '\r\n'],
}


def text(value):
    data = value.encode()
    return struct.pack('<I', len(data)) + data


def report(findings=b'', count=0):
    return b'\x00' + b'\x01\x00' + b'\x01' + text('UTF-8') \
        + struct.pack('<qqq', 5, 0, 0) + b'\x00' + struct.pack('<III', 0, 0, count) + findings


def seeds():
    yield from (('decoders', bytes([i]) + TEXT.encode(e, 'ignore')) for i, e in enumerate(ENCODINGS))
    yield from (('decoders', b'\x06' + m + TEXT.encode(e, 'ignore'))
                for e, m in zip(ENCODINGS, [b'\xef\xbb\xbf', b'', b'', b'', b'\xff\xfe', b'\xfe\xff']))
    yield 'decoders', b'\x06' + TEXT.encode() + TEXT.encode('cp932', 'ignore') + b'\x80\xff\xa0\n'
    for number, table in enumerate(TABLES):
        for first in range(8):
            yield 'table', bytes([first]) + table.replace(',', ',\t;|'[first & 3]).encode()
    for document in XML:
        yield 'xml', document.encode()
    files = sorted(glob.glob(ROOT + '/Patterns/*.yaml'))
    for name in [ROOT + '/Samples/policy.yaml'] + files[::4]:
        with open(name, 'rb') as file:
            content = file.read()
        if len(content) < 16000:
            yield 'yaml', (b'\0' if 'policy' in name else b'\1') + content
            yield 'yaml', b'\2' + content[:1500]
    for tree in ['version: 1\ncategories:\n  - id: a\n    name: b\n', '[a, {b: "c", d: [e]}]', 'a: |\n  x\nb: >-\n  y\n', '&a b: *a\n']:
        yield from (('yaml', bytes([first]) + tree.encode()) for first in range(3))
    yield 'report', report()
    yield 'report', bytes(3) + struct.pack('<qqq', 5, 0, 0) + bytes([0]) + struct.pack('<IIIIII', 0, 2, 0, 1, 2, 1) + bytes(200)
    yield 'protocol', b'\0' + bytes(17) + struct.pack('<d', 0.25) + struct.pack('<I', 1) + text('名簿') + text('customer') \
        + struct.pack('<d', 1) + struct.pack('<I', 1) + text('a.yaml') + text('x') + struct.pack('<I', 0)
    yield 'protocol', b'\1' + struct.pack('<Iq', 1, 3) + b'\1' + struct.pack('<q', 9) + text('csv') + struct.pack('<I', 0) + b'\0'
    yield 'protocol', b'\2' + struct.pack('<IBBHI', 0x524F4E54, 1, 2, 0, 7)
    piece = struct.pack('<qBI', 0, 0, 2) + b'ab' + struct.pack('<qBI', 0, 1, 1) + b'c' + struct.pack('<qBI', 1, 1, 0)
    yield 'protocol', b'\3' + bytes([len(piece), 3]) + piece + bytes([13, 1]) + struct.pack('<qBI', 2, 1, 0)
    for first, contents in OTHER.items():
        for content in contents:
            for encoding in ['utf-8', 'cp932']:
                yield 'content', bytes([first]) + content.encode(encoding, 'ignore')
    for name in sorted(glob.glob(ROOT + '/Tests/Fuzz/seeds/*/*')):
        with open(name, 'rb') as file:
            yield os.path.basename(os.path.dirname(name)), file.read()


for number, (target, data) in enumerate(seeds()):
    folder = os.path.join(sys.argv[1], target)
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, 'seed-%03d' % number), 'wb') as file:
        file.write(data)
