"""Delimited text that is broken, huge or deceitful."""

from case import ONE, Case, my_number, numbers

HEAD = '氏名,個人番号\n'


def rows(count, first=0, form='見本太郎,{}\n'):
    return ''.join(form.format(number) for number in numbers(count, first))


def cases():
    def table(name, text, found=5, expect='scanned', extension='csv', exactly=True):
        return Case('tables', name, text.encode() if isinstance(text, str) else text, extension, expect,
                    {'my-number': found} if found else {}, exactly)

    yield table('unclosed-quote', HEAD + rows(5) + '"見本,' + my_number(9) + '\n' + rows(5, 20), 10, exactly=False)
    yield table('quote-in-cell', HEAD + rows(5, form='見"本,{}\n'))
    yield table('quotes-everywhere', '"氏名","個人番号"\n' + rows(5, form='"見""本","{}"\n'))
    yield table('line-break-in-cell', '氏名,個人番号\n' + rows(5, form='"見本\n太郎",{}\n'))
    yield table('number-broken-over-lines-in-a-cell', '氏名,個人番号\n' + ''.join(
        f'見本,"{n[:6]}\n{n[6:]}"\n' for n in numbers(5)), exactly=False)
    yield table('ragged', '氏名,個人番号,備考\n' + rows(5, form='見本,{}\n') + 'a\n,,,,,,\n\n')
    yield table('cr-only', (HEAD + rows(5)).replace('\n', '\r'))
    yield table('crlf', (HEAD + rows(5)).replace('\n', '\r\n'))
    yield table('no-last-line-end', (HEAD + rows(5)).rstrip('\n'))
    yield table('sep-line', 'sep=;\n' + (HEAD + rows(5)).replace(',', ';'))
    yield table('tab', (HEAD + rows(5)).replace(',', '\t'), extension='tsv')
    yield table('bar', (HEAD + rows(5)).replace(',', '|'))
    yield table('semicolon', (HEAD + rows(5)).replace(',', ';'))
    yield table('excel-guard', HEAD + rows(5, form='見本,="{}"\n'))
    yield table('apostrophe', HEAD + rows(5, form="見本,'{}\n"))
    yield table('title-above', '社員名簿\n作成日,2026-01-01\n\n' + HEAD + rows(5))
    yield table('no-heading', rows(30), 30)
    yield table('heading-is-a-value', my_number(99) + ',見本\n' + rows(30, form='{},見本\n'), 30, exactly=False)
    yield table('same-heading-twice', '個人番号,個人番号\n' + rows(5, form='{},\n'))
    yield table('formula', HEAD + rows(5, form='=cmd|"/c x"!A1,{}\n'))
    yield table('heading-with-escape', '氏\x1b[31m名,個人番号\n' + rows(5))
    yield table('zero-byte-in-cell', HEAD + rows(5, form='見\x00本,{}\n'))
    yield table('empty-rows', HEAD + '\n' * 10_000 + rows(5))
    yield table('commas-only', ',' * 100_000 + '\n' + HEAD + rows(5), exactly=False, expect='scanned|partly:long-line')
    wide = ['c%d' % n for n in range(9_999)] + ['個人番号']
    yield table('ten-thousand-columns', ','.join(wide) + '\n' + ''.join(
        ','.join(['x'] * 9_999 + [number]) + '\n' for number in numbers(5)))
    wide = ['c%d' % n for n in range(69_999)] + ['個人番号']
    yield table('seventy-thousand-columns', ','.join(wide) + '\n' + ','.join(['x'] * 69_999 + ['マイナンバー' + my_number(1)]) + '\n',
                1, expect='partly:long-line', exactly=False)
    yield table('long-cell', HEAD + '見' * 120_000 + ',' + my_number(1) + '\n' + rows(5, 5), 6)
    yield table('long-quoted-cell', HEAD + '"' + 'x\n' * 40_000 + '",' + my_number(1) + '\n' + rows(5, 5), 5, exactly=False)
    yield table('record-over-a-mebibyte', HEAD + 'x' * 1_100_000 + ',' + my_number(1) + '\n' + rows(5, 5), 6,
                expect='partly:long-line')
    yield table('many-rows', HEAD + rows(5_000), 5_000)
    yield table('two-tables', HEAD + rows(5) + '\n商品,数量\n鉛筆,5\n消しゴム,6\n' + HEAD + rows(5, 30), 10)
    yield table('random-digits', '氏名,問合せ番号\n' + ''.join(f'見本,{(n * 7_777_777_771 + 123) % 10 ** 12:012d}\n' for n in range(200)), 0)
    yield table('extension-lies', HEAD + rows(5), extension='jpg')
    yield table('no-extension', HEAD + rows(5), extension='')
