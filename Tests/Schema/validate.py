"""Validates definition files against docs/service-definition.schema.json; see Tests/Schema/run."""
import datetime
import json
import pathlib
import sys

from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

# Broken definitions whose shape alone is wrong; what is wrong with the others only `motcua check` can tell.
MISSHAPEN = {"branch-without-role", "no-role", "unknown-role", "with-without-use", "one-language", "unknown-key",
             "column-without-a-rule", "case-without-service", "opinion-with-service", "filled-from-no-register"}


def plain(value):
    """Values as JSON has them: a day is a text."""
    if isinstance(value, dict):
        return {str(key): plain(part) for key, part in value.items()}
    if isinstance(value, list):
        return [plain(part) for part in value]
    return value.isoformat() if isinstance(value, datetime.date) else value


def problems(validator, path):
    with open(path) as file:
        document = plain(YAML(typ="safe", pure=True).load(file))
    return [f"{path}: {'/'.join(map(str, fault.absolute_path))}: {fault.message}"
            for fault in validator.iter_errors(document)]


def main():
    with open("docs/service-definition.schema.json") as file:
        schema = json.load(file)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    wrong = []
    own = sorted(pathlib.Path("services").glob("*.yaml"))
    if len(own) < 8:
        wrong.append(f"only {len(own)} definitions in services/")
    for path in own:
        wrong += problems(validator, path)
    broken = sorted(pathlib.Path("Tests/CatalogueTests/Broken").glob("*.yaml"))
    for path in broken:
        found = problems(validator, path)
        if path.stem in MISSHAPEN and not found:
            wrong.append(f"{path}: the schema finds nothing")
        if path.stem not in MISSHAPEN:
            wrong += found
    for absent in sorted(MISSHAPEN - {path.stem for path in broken}):
        wrong.append(f"{absent}: there is no such broken definition")
    print("\n".join(wrong) or f"{len(own)} definitions fit the schema, {len(MISSHAPEN)} misshapen ones do not")
    sys.exit(1 if wrong else 0)


main()
