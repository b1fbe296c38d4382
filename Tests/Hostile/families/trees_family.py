"""XML and JSON: broken, bombs, attempts to read or send something else."""

from case import LABEL, ONE, Case, line, my_number


def laughs(use):
    text = '<!DOCTYPE a [<!ENTITY e0 "lol">' + ''.join(
        f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 9)) + ']>'
    return text + use


def xml(name, text, expect='scanned', found=ONE, exactly=False):
    return Case('xml', name, text if isinstance(text, bytes) else text.encode(), 'xml', expect, found, exactly)


BROKEN = 'partly:structure-broken'


def xml_cases(outside):
    value = f'<個人番号>{my_number(1)}</個人番号>'
    last = f'<個人番号>{my_number(2)}</個人番号>\n{line(2)}'
    yield xml('elements', f'<a>{value}</a>', exactly=True)
    yield xml('attribute', f'<a><b マイナンバー="{my_number(1)}"/></a>')
    yield xml('cdata', f'<a><個人番号><![CDATA[{my_number(1)}]]></個人番号></a>')
    yield xml('references', '<a><個人番号>' + ''.join(f'&#{ord(d)};' for d in my_number(1)) + '</個人番号></a>')
    yield xml('hex-references', '<a><個人番号>' + ''.join(f'&#x{ord(d):x};' for d in my_number(1)) + '</個人番号></a>')
    yield xml('own-entity', f'<!DOCTYPE a [<!ENTITY n "{my_number(1)}">]><a><個人番号>&n;</個人番号></a>')
    yield xml('comment', f'<a><!-- {line(1)} --></a>')
    yield xml('instruction', f'<a><?x {line(1)} ?></a>')
    yield xml('namespace', f'<n:a xmlns:n="urn:x"><n:個人番号>{my_number(1)}</n:個人番号></n:a>')
    yield xml('split-by-element', f'<a><個人番号>{my_number(1)[:6]}<br/>{my_number(1)[6:]}</個人番号>{value}</a>')
    yield xml('cut', f'<a>{value}<b><c', BROKEN)
    yield xml('cut-in-value', f'<a>{value}<個人番号>1234', BROKEN)
    yield xml('wrong-end', f'<a>{value}<b></c>{last}</a>', BROKEN, {'my-number': 2})
    yield xml('ampersand', f'<a>{value}<b>x & y</b>{last}</a>', BROKEN, {'my-number': 2})
    yield xml('unknown-entity', f'<a>{value}<b>&nbsp;</b>{last}</a>', 'scanned|' + BROKEN, {'my-number': 2})
    yield xml('text-behind-the-end', f'<a>{value}</a>\n{line(2)}', 'scanned|' + BROKEN, {'my-number': 2})
    yield xml('several-documents', f'<a>{value}</a>\n<b>{value}</b>\n', found={'my-number': 2})
    yield xml('forbidden-character', f'<a>{value}<b>\x01\x1b</b>{last}</a>', 'scanned|' + BROKEN, {'my-number': 2})
    yield xml('zero-byte', f'<a>{value}<b>\0</b>{last}</a>', 'scanned|' + BROKEN, {'my-number': 2})
    yield xml('deep', f'<a>{value}' + '<b>' * 300 + last + '</b>' * 300 + '</a>', 'partly:structure-broken|partly:size-limit', {'my-number': 2})
    yield xml('very-deep', f'<a>{value}' + '<b>' * 50_000 + last, 'partly:structure-broken|partly:size-limit', {'my-number': 2})
    yield xml('many-attributes', f'<a>{value}<b ' + ' '.join(f'a{n}="{n}"' for n in range(50_000)) + f'/>{last}</a>',
              'partly:structure-broken|partly:size-limit', {'my-number': 2})
    yield xml('many-names', f'<a>{value}' + ''.join(f'<n{n}/>' for n in range(60_000)) + f'{last}</a>',
              'partly:structure-broken|partly:size-limit', {'my-number': 2})
    yield xml('long-name', f'<a>{value}<{"n" * 60_000}/>{last}</a>', BROKEN, {'my-number': 2})
    yield xml('long-text', f'<a>{value}<b>{"x" * 3_000_000}</b>{last}</a>', found={'my-number': 2})
    yield xml('laughs-in-text', laughs(f'<a>{value}&e8;\n{last}</a>'), 'partly:structure-broken|partly:size-limit', {'my-number': 2})
    yield xml('laughs-in-attribute', laughs(f'<a>{value}<b c="&e8;"/>\n{last}</a>'), 'partly:structure-broken|partly:size-limit', {'my-number': 2})
    yield xml('quadratic', f'<!DOCTYPE a [<!ENTITY e "{"x" * 50_000}">]><a>{value}{"&e;" * 20_000}\n{last}</a>',
              'partly:structure-broken|partly:size-limit', {'my-number': 2})
    yield xml('entity-names-itself', f'<!DOCTYPE a [<!ENTITY e "&f;"><!ENTITY f "&e;">]><a>{value}&e;\n{last}</a>',
              'partly:structure-broken|partly:size-limit', {'my-number': 2})
    for name, begin in {
        'entity': f'<!DOCTYPE a [<!ENTITY e SYSTEM "file://{outside}">]><a>&e;',
        'public-entity': f'<!DOCTYPE a [<!ENTITY e PUBLIC "p" "{outside}">]><a>&e;',
        'parameter-entity': f'<!DOCTYPE a [<!ENTITY % p SYSTEM "{outside}"> %p;]><a>',
        'dtd': f'<!DOCTYPE a SYSTEM "{outside}"><a>',
        'network': '<!DOCTYPE a [<!ENTITY e SYSTEM "http://127.0.0.1:9/x">]><a>&e;',
        'xinclude': f'<a xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="{outside}" parse="text"/>',
        'stylesheet': f'<?xml-stylesheet href="{outside}"?><a>',
    }.items():
        yield xml('outside-' + name, f'{begin}<b/></a>', 'scanned|' + BROKEN, {'my-number': 0}, exactly=True)


def json_cases():
    def tree(name, text, expect='scanned', found=ONE, extension='json', exactly=False):
        return Case('json', name, text.encode(), extension, expect, found, exactly)

    value = f'"個人番号":"{my_number(1)}"'
    yield tree('value', f'{{{value}}}', exactly=True)
    yield tree('escaped', '{"\\u500b\\u4eba\\u756a\\u53f7":"' + ''.join(f'\\u{ord(d):04x}' for d in my_number(1)) + '"}')
    yield tree('number', f'{{"個人番号":{my_number(1).lstrip("0")}}}')
    yield tree('cut', f'{{{value},"b":[1,', BROKEN)
    yield tree('cut-in-text', f'{{{value},"b":"x', BROKEN)
    yield tree('comma-too-much', f'{{{value},}}\n{line(2)}', BROKEN, {'my-number': 2})
    yield tree('deep', f'[{{{value}}},' + '[' * 100_000 + '\n' + line(2), 'partly:structure-broken|partly:size-limit', {'my-number': 2})
    yield tree('deep-objects', f'[{{{value}}},' + '{"a":' * 50_000 + '\n' + line(2), 'partly:structure-broken|partly:size-limit', {'my-number': 2})
    yield tree('same-key-twice', f'{{{value},{value}}}', found={'my-number': 2})
    yield tree('many-keys', '{' + ','.join(f'"k{n}":{n}' for n in range(60_000)) + f',{value}}}')
    yield tree('long-number', f'{{"a":{"9" * 500_000},{value}}}', 'scanned|' + BROKEN)
    yield tree('long-text', f'{{"a":"{"x" * 1_500_000}",{value}}}')
    yield tree('lone-surrogate', f'{{"a":"\\ud800",{value}}}')
    yield tree('mark', f'\ufeff{{{value}}}')
    yield tree('lines', f'{{{value}}}\n' * 50, found={'my-number': 50}, extension='ndjson')
    yield tree('broken-line', f'{{{value}}}\n{{"a":\n{{{value}}}\n{{{value}}}\n', 'scanned|' + BROKEN, {'my-number': 3}, 'ndjson')
    yield tree('comments', f'{{ // {line(2)}\n{value} /* {LABEL}{my_number(3)} */ }}', 'scanned|' + BROKEN, {'my-number': 3})
