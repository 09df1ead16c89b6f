"""Reads the tables of an export in all three forms with Python's own readers, by what the files beside them say alone.

Usage: read-formats.py FOLDER PROFILE, FOLDER holding json/, schema/, csv/ and xml/, PROFILE being the official profile of
tabular data packages. Prints one JSON object: for each table and form its rows, and what the validators found wrong.
"""

import csv
import hashlib
import json
import os
import re
import sys
import xml.etree.ElementTree as ElementTree

from jsonschema import Draft4Validator, Draft202012Validator

folder, profile = sys.argv[1:3]
csv.field_size_limit(1 << 30)
wrong = []
tables = {}


def at(*parts):
    return os.path.join(folder, *parts)


def load(*parts):
    with open(at(*parts), encoding="utf-8") as file:
        return json.load(file)


def stems(part, end):
    path = at(part)
    names = os.listdir(path) if os.path.isdir(path) else []
    return sorted(name[: -len(end)] for name in names if name.endswith(end))


def said(name, validator, value):
    for error in validator.iter_errors(value):
        wrong.append(f"{name}: {error.json_path}: {error.message[:200]}")


def add(name, form, rows):
    tables.setdefault(name, {})[form] = rows


def read_json(name):
    schema = load("schema", f"{name}.schema.json")
    Draft202012Validator.check_schema(schema)
    value = load("json", f"{name}.json")
    checker = Draft202012Validator.FORMAT_CHECKER
    said(f"{name}.json", Draft202012Validator(schema, format_checker=checker), value)
    add(name, "json", [[row[key] for key in value["columns"]] for row in value["rows"]])


CSV_VALUES = {
    "string": lambda text: text,
    "integer": int,
    "number": float,
    "boolean": lambda text: {"true": True, "false": False}[text],
    "date": lambda text: text,
    "datetime": lambda text: text,
}


def read_csvs():
    package = load("csv", "datapackage.json")
    with open(profile, encoding="utf-8") as file:
        said("datapackage.json", Draft4Validator(json.load(file)), package)
    # The rule by which apostrophes are taken away stands in the package, in words that end in a pattern.
    rule = re.search(r"matches (.*), take", package["x-keywords"]["x-guarded"]).group(1)
    for resource in package["resources"]:
        with open(at("csv", resource["path"]), "rb") as file:
            raw = file.read()
        if len(raw) != resource["bytes"] or f"sha256:{hashlib.sha256(raw).hexdigest()}" != resource["hash"]:
            wrong.append(f"{resource['path']}: bytes or hash are not as the package says")
        dialect = resource["dialect"]
        encoding = "utf-8-sig" if resource["x-byte-order-mark"] else resource["encoding"]
        with open(at("csv", resource["path"]), encoding=encoding, newline="") as file:
            reader = csv.reader(
                file,
                delimiter=dialect["delimiter"],
                quotechar=dialect["quoteChar"],
                doublequote=dialect["doubleQuote"],
                skipinitialspace=dialect["skipInitialSpace"],
                strict=True,
            )
            heading, *rows = list(reader)
        fields = resource["schema"]["fields"]
        if heading != [field["name"] for field in fields]:
            wrong.append(f"{resource['path']}: the heading is {heading}")
        missing = resource["schema"]["missingValues"]

        def value(text, field):
            if text in missing:
                return None
            if field["type"] == "string" and text.startswith("'") and re.search(rule, text.lstrip("'")):
                text = text[1:]
            return CSV_VALUES[field["type"]](text)

        # A line without anything is one empty cell; Python makes it none.
        cells = [row or [""] for row in rows]
        add(resource["name"], "csv", [[value(*pair) for pair in zip(row, fields, strict=True)] for row in cells])


NIL = "{http://www.w3.org/2001/XMLSchema-instance}nil"
XS = "{http://www.w3.org/2001/XMLSchema}"
XML_VALUES = {
    "xs:integer": int,
    "xs:double": float,
    "xs:boolean": lambda text: {"true": True, "false": False}[text],
}


def unescaped(text):
    return re.sub(r"\\(\\|u[0-9A-F]{4})", lambda m: "\\" if m[1] == "\\" else chr(int(m[1][1:], 16)), text)


def read_xml(name):
    schema = ElementTree.parse(at("xml", f"{name}.xsd")).getroot()
    row = schema.find(f".//{XS}element[@name='row']")
    types = {one.get("name"): one.get("type") for one in row.iter(f"{XS}element") if one is not row}
    rows = []
    for element in ElementTree.parse(at("xml", f"{name}.xml")).getroot():
        values = []
        for cell in element:
            text = None if cell.get(NIL) == "true" else cell.text or ""
            if text is not None and cell.get("escaped") == "true":
                text = unescaped(text)
            values.append(text if text is None else XML_VALUES.get(types[cell.tag], str)(text))
        rows.append(values)
    add(name, "xml", rows)


for stem in stems("json", ".json"):
    read_json(stem)
if os.path.isdir(at("csv")):
    read_csvs()
for stem in stems("xml", ".xml"):
    read_xml(stem)
json.dump({"wrong": wrong, "tables": tables}, sys.stdout)
