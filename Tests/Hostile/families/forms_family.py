"""Numbers that a person sees named at a glance, in the dress of forms, exports and mails: never *scanned* without them."""

import base64

from case import LABEL, ONE, Case, my_number, numbers

HEAD = '氏名,個人番号\n'
MAIL = ('From: a@example.jp\nTo: b@example.jp\nSubject: test\nContent-Type: multipart/mixed; boundary="b"\n\n'
        '--b\nContent-Type: {}\nContent-Transfer-Encoding: base64\n\n{}--b--\n')


def rows(form, count=5):
    return ''.join(form.format(number) for number in numbers(count, 700))


def cases():
    def case(name, text, found=1, extension='txt', expect='scanned', exactly=True):
        return Case('forms', name, text if isinstance(text, bytes) else text.encode(), extension, expect,
                    {'my-number': found} if found else {'my-number': 0}, exactly)

    number = my_number(701)
    groups = number[:4], number[4:8], number[8:]
    boxes = ','.join(number)
    # Text.
    yield case('label-behind', number + '（マイナンバー）\n')
    yield case('label-behind-arrow', number + ' ← 個人番号\n')
    yield case('label-behind-names-another', number + '（個人番号 ' + number[::-1] + '）\n', 0)
    yield case('zero-width', LABEL + '\u200b'.join(number) + '\n')
    yield case('zero-width-groups', LABEL + '\u2060'.join(groups) + '\n')
    yield case('marks-of-direction', LABEL + '\u202d' + number + '\u202c\n')
    yield case('narrow-blanks', LABEL + '\u2009'.join(groups) + '\n')
    yield case('wide-gap', LABEL + ' ' * 300 + number + '\n')
    yield case('very-many-gaps', LABEL + (' ' * 300 + '12345') * 20_000 + '\n' + LABEL + number + '\n', exactly=False)
    yield case('list-below-a-title', '個人番号一覧\n' + rows('見本太郎 {}\n', 3), 3)
    # Tables.
    for name, form in [('note', '{}（本人）'), ('word-before', '本人 {}'), ('abbreviation', 'No.{}'), ('sentence', '番号は{}です'),
                       ('zero-width', '\u200b{}'), ('direction', '\u202d{}\u202c'), ('brackets', '【{}】')]:
        yield case('cell-' + name, HEAD + rows('見本,' + form + '\n'), 5, 'csv')
    for name, text in [('single', "'氏名','個人番号'\n" + rows("'見本','{}'\n")), ('typographic', '“氏名”,“個人番号”\n' + rows('“見本”,“{}”\n')),
                       ('single-cp932', ("'氏名','個人番号'\n" + rows("'見本','{}'\n")).encode('cp932'))]:
        yield case('quotes-' + name, text, 5, 'csv')
    for name, mark in [('caret', '^'), ('tilde', '~'), ('full-width', '，'), ('ideographic', '、'), ('blank', ' '),
                       ('spaced', ' , ')]:
        yield case('delimiter-' + name, (HEAD + rows('見本,{}\n')).replace(',', mark), 5, 'csv')
    yield case('free-cells', '届出書,,,,\n氏名,,,見本太郎,\n個人番号,,,' + number + ',\n', 1, 'csv')
    yield case('boxes', '届出書,,,\n氏名,,,見本太郎\n個人番号,,,' + boxes + '\n', 1, 'csv')
    yield case('boxes-in-a-line', '個人番号 |' + '|'.join(number) + '|\n')
    yield case('on-its-side', '氏名,' + ','.join(['見本太郎'] * 6) + '\n個人番号,' + ','.join(numbers(6, 720)) + '\n', 6, 'csv')
    yield case('wide-on-its-side', '氏名,' + ','.join(['見本太郎'] * 5_000) + '\n個人番号,' + ','.join(numbers(5_000, 720)) + '\n', 5_000, 'csv')
    # Pages, trees, dumps.
    yield case('field', f'<html><input type="text" name="mynumber" value="{number}"></html>', 1, 'html')
    yield case('field-of-a-program', f'<html><input name="ctl00$Main$txtMyNumber" value="{number}"></html>', 1, 'html')
    yield case('property-list', f'<plist><dict><key>個人番号</key><string>{number}</string></dict></plist>', 1, 'plist')
    yield case('very-many-keys', '<plist><dict>' + '<key>個人番号</key>' * 50_000 + f'<string>{number}</string></dict></plist>', 1, 'plist')
    yield case('insert-without-columns', f"INSERT INTO t VALUES (1,'見本','マイナンバー {number}');\n", 1, 'sql')
    yield case('insert-of-a-created-table', f"CREATE TABLE dbo.t (id int, my_number char(12));\nINSERT t VALUES (1,N'{number}');\n", 1, 'sql')
    yield case('insert-in-brackets', f"INSERT [dbo].[t] ([id], [my_number]) VALUES (1, N'{number}')\nGO\n", 1, 'sql')
    yield case('insert-double-quotes', f'INSERT INTO t (a, my_number) VALUES ("it\\"s","x"),("y","{number}");\n', 1, 'sql')
    # Attached tables.
    table = HEAD + rows('見本,{}\n')
    for name, kind, data in [('cp932', 'text/csv; name="a.csv"', table.encode('cp932')),
                             ('mark', 'application/octet-stream; name="a.csv"', b'\xef\xbb\xbf' + table.encode()),
                             ('utf-16', 'application/vnd.ms-excel; name="a.csv"', ('\ufeff' + table.replace(',', '\t')).encode('utf-16-le')),
                             ('encoded-name', 'application/octet-stream; name="=?UTF-8?B?5ZCN57C/LmNzdg==?="', table.encode('euc_jp'))]:
        yield case('attached-' + name, MAIL.format(kind, base64.encodebytes(data).decode()), 5, 'eml')
    long = HEAD + rows('見本,{}\n', 4_000)
    yield case('attached-long', MAIL.format('text/csv; name="a.csv"', base64.encodebytes(long.encode()).decode()), 4_000, 'eml')
    open_quote = HEAD + '"' + rows('見本,{}\n')
    yield case('attached-open-quote', MAIL.format('text/csv; name="a.csv"', base64.encodebytes(open_quote.encode()).decode()), 1, 'eml', exactly=False)
    # Records for authorities, which have no headings: one person, and many.
    notice = ('13,01,ｱｲｳ,001,20240501,22223\r\n[kanri]\r\n,001\r\n13,01,ｱｲｳ,12345,160,0023,東京都新宿区西新宿9-9,見本株式会社,見本　次郎,03-0000-0000\r\n'
              '[data]\r\n')
    joining = '2200700,13,01,ｱｲｳ,7,ﾐﾎﾝ ﾀﾛｳ,見本　太郎,5,630701,2,1,{},1234,567890,9,060401\r\n'
    payment = ('315,,001,東京都新宿区9-9,見本株式会社,03-0000-0000,,,,0,06,東京都中野区9-9,0,見本太郎,営業部,給料,5000000,0,3000000,100,{},\r\n')
    message = 'MSH|^~\\&|HIS|見本|LIS|見本|20260304||ADT^A08|1|P|2.5\r'
    patient = 'PID|1||7||見本^太郎~ミホン^タロウ||19800101|M\rNTE|1||個人番号 {}\r'
    for count in 1, 20:
        yield case(f'patients-of-{count}', message + rows(patient, count), count, 'hl7')
        yield case(f'notice-of-{count}', (notice + rows(joining, count)).encode('cp932'), count, 'CSV')
        yield case(f'payments-of-{count}', rows(payment, count).encode('cp932'), count, 'csv')
