"""The policy that the share is judged against, and the verdicts that follow from the truth."""

import grp
import os
import pwd

NOT_PERSONAL = {"corporate-number", "invoice-registration-number"}
BASIC = {"person-name", "birth-date", "sex", "address", "postal-code", "phone", "email", "employee-number",
         "vehicle-number", "ip-address", "invoice-registration-number"}
HR = BASIC | {"bank-account", "yucho-account", "my-number", "basic-pension-number", "employment-insurance-number",
              "health-insurance", "insurer-number", "care-insurance-number", "drivers-licence", "passport",
              "residence-card"}
TYPES = {"customer": BASIC | {"credit-card"}, "partner": BASIC | {"bank-account", "yucho-account", "my-number"},
         "applicant": BASIC | {"residence-card"}, "employee": HR | {"special-care"}, "enquirer": BASIC,
         "entrusted": BASIC | {"bank-account", "yucho-account"}}

# (path prefix, attributes); every match applies, the last one that sets an attribute wins
LOCATIONS = [
    ("営業/", {"categories": ["customer", "partner"]}),
    ("経理/", {"categories": ["partner", "employee"]}),
    ("経理/支払調書/", {"my_number": "tax"}),
    ("人事/", {"categories": ["employee"], "handlers": True}),
    ("人事/年末調整/", {"my_number": "tax"}),
    ("人事/社会保険/", {"my_number": "social-security"}),
    ("採用/", {"categories": ["applicant"]}),
    ("お問い合わせ/", {"categories": ["enquirer"]}),
    ("受託/", {"categories": ["entrusted"]}),
    ("海外拠点/シンガポール/", {"categories": ["employee", "customer"], "country": "SG"}),
    ("海外拠点/ハノイ/", {"categories": ["employee", "customer"], "country": "VN"}),
    ("持出し/", {"categories": ["customer"], "portable": True}),
    ("倉庫会社/", {"categories": ["customer"], "processor": True}),
    ("提供/", {"categories": ["customer"], "third_party": True}),
    ("開示請求/", {"categories": ["enquirer"], "retention_days": 365}),
]


def attributes(path):
    found = {}
    for prefix, values in LOCATIONS:
        if path.startswith(prefix):
            found.update(values)
    return found


def expected(document, labels):
    """(verdicts that must be raised, verdicts that may be raised) for one file."""
    sure = {l["type"] for l in labels if not l.get("optional")} - NOT_PERSONAL
    may = {l["type"] for l in labels} - NOT_PERSONAL - sure
    if document.category == "none" or not sure:
        return set(), set(document.optional_verdicts)
    where = attributes(document.path)
    declared = where.get("categories", [])
    must, maybe = set(document.extra_verdicts), set(document.optional_verdicts)
    category = document.category
    if category == "unclear":
        if len(declared) == 1:
            category = declared[0]
        else:
            maybe |= {"no-declared-purpose", "outside-declared-location", "undeclared-type",
                      "special-care-undeclared", "health-insurance-outside-purpose"}
    if "my-number" in sure and "my_number" not in where:
        must.add("my-number-outside-purpose")
    if "residence-record-code" in sure:
        must.add("prohibited-identifier")
    if category == "undeclared":
        must.add("no-declared-purpose")
        maybe.add("outside-declared-location")
    elif category != "unclear" and category not in declared:
        must.add("outside-declared-location")
    if category in TYPES:
        lists = [category] if category in declared or not declared else [category] + declared
        allowed = TYPES[category]
        extra = sure - allowed - {"residence-record-code"}
        if "special-care" in sure and not any("special-care" in TYPES[c] for c in declared or []):
            must.add("special-care-undeclared")
            extra.discard("special-care")
        if extra - {"special-care"}:
            must.add("undeclared-type")
        elif extra or may - allowed:
            maybe.add("undeclared-type")
        if "special-care" in may:
            maybe.add("special-care-undeclared")
        del lists
    elif category == "undeclared":
        maybe |= {"undeclared-type", "special-care-undeclared"}
        if "special-care" in sure and not any("special-care" in TYPES[c] for c in declared):
            must.add("special-care-undeclared")
    if "residence-record-code" in sure:
        maybe.add("undeclared-type")
    if sure & {"health-insurance", "insurer-number"} and "employee" not in declared:
        must.add("health-insurance-outside-purpose")
    elif may & {"health-insurance", "insurer-number"}:
        maybe.add("health-insurance-outside-purpose")
    if where.get("country") == "SG":
        must.add("held-in-declared-country")
    if where.get("country") == "VN":
        must.add("undeclared-country")
    if where.get("portable"):
        must.add("portable-unencrypted")
    if where.get("processor"):
        must.add("processor-not-entrusted")
    if where.get("third_party"):
        must.add("third-party-without-ground")
    if where.get("retention_days") and document.modified > where["retention_days"] + 2:
        must.add("retention-exceeded")
    if where.get("handlers") and document.mode & 0o004:
        must.add("access-too-wide")
    return must, maybe - must


def policy_text():
    """The policy of a made-up company, in the program's format."""
    group = grp.getgrgid(os.getegid()).gr_name
    user = pwd.getpwuid(os.geteuid()).pw_name
    purposes = {
        "customer": ("お客様の個人情報", "[{key: service, text: サービス提供のため}, {key: shipping, text: 商品の発送のため}, "
                     "{key: after-sales, text: アフターサービスのための連絡}, {key: newsletter, text: メルマガの送付}]"),
        "partner": ("お取引先の個人情報", "[{key: invoices, text: 見積書、発注書、請求書の発送}, {key: contact, text: それらについての連絡}]"),
        "applicant": ("採用応募者の個人情報", "[{key: interviews, text: 採用選考の面談についての連絡}, {key: outcome, text: 採用選考の可否の連絡}]"),
        "employee": ("従業員の個人情報", "[{key: hr, text: 人事労務管理, health_insurance: true}]"),
        "enquirer": ("お問い合わせで取得した個人情報", "[{key: answering, text: お問い合わせ対応のための連絡}]"),
        "entrusted": ("受託業務で取得した個人情報", "[{key: contract, text: 受託業務における契約履行}]")}
    lines = ["version: 1", "organisation:", "  name: 株式会社けんしょう", "  sector: private", "  enacted: 2023-02-08",
             "home_country: JP", "countries:", "  - {code: SG, name: シンガポール, regime: PDPAを確認済み, reviewed: 2026-10-01}",
             "categories:"]
    for key, (name, text) in purposes.items():
        lines += [f"  - key: {key}", f"    name: {name}", f"    purposes: {text}",
                  f"    types: [{', '.join(sorted(TYPES[key]))}]"]
    lines += ["my_number:", "  purposes:", "    - {key: tax, text: 税に関する事務}",
              "    - {key: social-security, text: 社会保障に関する事務}", "    - {key: disaster, text: 災害対策に関する事務}",
              "locations:"]
    for prefix, values in LOCATIONS:
        lines.append(f"  - path: {prefix}**")
        for key, value in values.items():
            lines.append({
                "categories": f"    categories: [{', '.join(value)}]" if key == "categories" else "",
                "my_number": f"    my_number: [{value}]", "handlers": f"    handlers: {{users: [{user}], groups: [{group}]}}",
                "country": f"    country: {value}", "portable": "    medium: portable",
                "processor": "    holder: {processor: さくら倉庫株式会社}",
                "third_party": "    holder: {third_party: 共同研究会}",
                "retention_days": "    retention: {keep: 1y, from: modified, then: destroy}"}[key])
    return "\n".join(lines) + "\n"
