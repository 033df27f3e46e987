"""A survey as a JSON file of our own: written for anybody, and read as if an enemy had written it.

The file is an envelope around the document: the name of the format, its version, the survey, and
its pictures. `json_schema.py` publishes what may stand in it.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator, Mapping
from typing import Any, Literal, NamedTuple

import msgspec
from msgspec.structs import replace

from ..questionnaire import rules
from ..questionnaire.checks import SAME_CODE
from ..questionnaire.document import CODE, FORMAT, Section, SurveyDocument
from ..questionnaire.problem import Problem
from ..questionnaire.questions import Question
from ..questionnaire.questions.base import PICTURE_FILE
from ..questionnaire.text import N_
from . import limits
from .walking import misfits, oversized, unknown

NAME: Literal["cydlais-survey"] = "cydlais-survey"
"""What a file of ours calls its format."""

VERSION = 1
"""The version of the envelope that this code writes and reads."""

TOO_LARGE = N_("Choose a smaller file, of at most this many megabytes: %(most)s")
NOT_UTF8 = N_("The file is not text in UTF-8. The first byte that does not fit is number %(byte)s")
BROKEN_OFF = N_("The file breaks off before its end. Save or send it again")
NOT_JSON = N_("The file is not JSON. It goes wrong on line %(line)s")
TOO_DEEP = N_("Too much stands inside other things here: at most %(most)s levels can be read")
BAD_NUMBER = N_("The file holds a number that is too large")
NOT_OURS = N_("This is not a survey that this software has saved as a JSON file")
NEWER = N_("This file was made by a newer version of this software, and cannot be read by this one")
BAD_CODE = N_(
    "This is not a code: %(code)s. A code has letters, figures and low lines, begins with a letter, and has at most 32 characters"
)
TOO_MANY_QUESTIONS = N_("There are too many questions: at most %(most)s can be read")
TOO_MANY_PICTURES = N_("There are too many pictures: at most %(most)s can be read")
TOO_MANY_CONDITIONS = N_("There are too many conditions here: at most %(most)s can be read")
CONDITIONS_TOO_DEEP = N_(
    "The conditions here stand too deep in each other: at most %(most)s levels"
)
NOT_A_PICTURES_NAME = N_("This is not the name of a picture’s file: %(file)s")
NO_PICTURE = N_("The file does not hold this picture: %(file)s")
NOT_BASE64 = N_("This picture is not written as it should be, in base64: %(file)s")


class Faulty(ValueError):
    """A file that cannot be taken; `problems` say all that is wrong with it, and where."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(problems[0].message)
        self.problems = problems


class Package(NamedTuple):
    """A survey and its pictures, by the names of their files."""

    document: SurveyDocument
    pictures: dict[str, bytes]


class _Head(msgspec.Struct):
    """What tells whose format it is, before anything else is looked at."""

    format: str = ""
    version: int = 0


class _Envelope(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    schema: str = msgspec.field(default="", name="$schema")
    format: str
    version: int
    survey: msgspec.Raw
    pictures: msgspec.Raw = msgspec.Raw(b"{}")


def write(document: SurveyDocument, pictures: Mapping[str, bytes], *, pretty: bool = True) -> bytes:
    """A survey as a file; `pictures` hold what is in each picture that its questions name.

    With `pretty` it is laid out for people to read, else as short as can be.
    """
    envelope = {
        "format": NAME,
        "version": VERSION,
        "survey": document,
        "pictures": {f: base64.b64encode(d).decode() for f, d in sorted(pictures.items())},
    }
    data = msgspec.json.encode(envelope)
    return msgspec.json.format(data, indent=2) + b"\n" if pretty else data


def read(data: bytes) -> Package:
    """The survey and the pictures in a file. Raises `Faulty` with everything that is wrong.

    Codes are valid and unique, every picture that is named is there, and nothing exceeds the
    `limits`. What a picture's bytes are is for `pictures.reading` to say, and whether the survey
    may be published for `checks`: an unfinished one can be saved and read as well.
    """
    envelope = _envelope(data)
    tree = _tree(envelope.survey)
    document = _document(tree)
    pictures = _pictures(envelope.pictures)
    problems = [*_codes(document), *_rules(document), *_pictures_named(document, pictures)]
    _stop_at(problems)
    named = files_of(document)
    return Package(document, {file: data for file, data in pictures.items() if file in named})


def files_of(document: SurveyDocument) -> list[str]:
    """The names of the files of all pictures in a survey."""
    return [q.picture.file for q in document.questions.values() if q.picture]


def _envelope(data: bytes) -> _Envelope:
    if len(data) > limits.LARGEST_FILE:
        _stop_at([Problem(TOO_LARGE, {"most": limits.LARGEST_FILE // 1024**2})])
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        data.decode()
    except UnicodeDecodeError as error:
        raise Faulty([Problem(NOT_UTF8, {"byte": error.start + 1})]) from error
    try:
        head = msgspec.json.decode(data, type=_Head)
    except (msgspec.MsgspecError, RecursionError) as error:
        problem = Problem(NOT_OURS) if _is_json(error) else _unreadable(error, data)
        raise Faulty([problem]) from error
    if head.format != NAME:
        _stop_at([Problem(NOT_OURS)])
    if head.version > VERSION:
        _stop_at([Problem(NEWER)])
    try:
        return msgspec.json.decode(data, type=_Envelope)
    except msgspec.ValidationError as error:
        raise Faulty([misfits(error, ())]) from error


def _is_json(error: Exception) -> bool:
    return isinstance(error, msgspec.ValidationError) and "out of range" not in str(error)


def _unreadable(error: Exception, data: bytes) -> Problem:
    """Why something is not even JSON, or not JSON that can be held."""
    if isinstance(error, RecursionError):
        return Problem(TOO_DEEP, {"most": limits.DEEPEST})
    if isinstance(error, msgspec.ValidationError):
        return Problem(BAD_NUMBER)
    at = re.search(r"byte (\d+)", str(error))
    if at is None:
        return Problem(BROKEN_OFF)
    return Problem(NOT_JSON, {"line": data.count(b"\n", 0, int(at[1])) + 1})


def _tree(raw: msgspec.Raw) -> dict[str, Any]:
    """The survey as plain dictionaries and lists, none of them too large or too deep."""
    data = bytes(raw)
    if len(data) > limits.LARGEST_SURVEY:
        most = limits.LARGEST_SURVEY // 1024**2
        _stop_at([Problem(TOO_LARGE, {"most": most}, place="survey")])
    try:
        tree = msgspec.json.decode(data)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise Faulty([replace(_unreadable(error, data), place="survey")]) from error
    if isinstance(tree, dict) and isinstance(tree.get("format"), int) and tree["format"] > FORMAT:
        _stop_at([Problem(NEWER)])
    _stop_at(list(oversized(tree, ("survey",))))
    return tree


def _document(tree: Any) -> SurveyDocument:
    """The survey, read piece by piece, so that one fault does not hide the others."""
    problems: list[Problem] = []

    def take(raw: Any, kind: Any, place: tuple[str | int, ...], without: str = "") -> Any:
        head = {k: v for k, v in raw.items() if k != without} if isinstance(raw, dict) else raw
        try:
            made = msgspec.convert(head, kind)
        except msgspec.ValidationError as error:
            problems.append(misfits(error, place))
            return None
        problems.extend(unknown(head, made, place))
        return made

    def pieces(raw: Any, name: str) -> list[Any]:
        held = raw.get(name, []) if isinstance(raw, dict) else []
        return held if isinstance(held, list) else []

    def whole(raw: Any, name: str) -> str:
        """What to leave out for now: a list that is read by itself, but not what is no list."""
        return name if isinstance(raw, dict) and isinstance(raw.get(name), list) else ""

    document = take(tree, SurveyDocument, ("survey",), whole(tree, "sections"))
    sections, count = [], 0
    for at, raw in enumerate(pieces(tree, "sections")):
        here = ("survey", "sections", at)
        section = take(raw, Section, here, whole(raw, "questions"))
        asked = pieces(raw, "questions")
        count += len(asked)
        questions = [take(q, Question, (*here, "questions", n)) for n, q in enumerate(asked)]
        if section is not None:
            sections.append(replace(section, questions=tuple(questions)))
    if len(sections) > limits.MOST_SECTIONS or count > limits.MOST_QUESTIONS:
        most = {"most": limits.MOST_QUESTIONS}
        problems.append(Problem(TOO_MANY_QUESTIONS, most, place="survey.sections"))
    _stop_at(problems)
    return replace(document, sections=tuple(sections))


def _things(document: SurveyDocument) -> Iterator[tuple[str, Section | Question]]:
    """Every section and question, with its place in the file."""
    for at, section in enumerate(document.sections):
        place = f"survey.sections[{at}]"
        yield place, section
        for number, question in enumerate(section.questions):
            yield f"{place}.questions[{number}]", question


def _codes(document: SurveyDocument) -> Iterator[Problem]:
    """Codes that are none, and codes that stand twice where they must be unique."""
    seen: dict[bool, set[str]] = {True: set(), False: set()}
    for place, thing in _things(document):
        is_section = isinstance(thing, Section)
        taken = seen[is_section]
        if thing.code.casefold() in taken:
            message = (
                N_("Two sections have the code %(code)s")
                if is_section
                else N_("Two questions have the code %(code)s")
            )
            yield Problem(message, {"code": thing.code}, place=f"{place}.code")
        yield from _code(thing.code, place, taken)
        for name, rows in {} if isinstance(thing, Section) else thing.lists.items():
            here: set[str] = set()
            for number, row in enumerate(rows):
                there = f"{place}.{name}[{number}]"
                if row.code.casefold() in here:
                    yield Problem(SAME_CODE[name], {"code": row.code}, place=f"{there}.code")
                yield from _code(row.code, there, here)


def _code(code: str, place: str, taken: set[str]) -> Iterator[Problem]:
    taken.add(code.casefold())
    if not CODE.fullmatch(code):
        yield Problem(BAD_CODE, {"code": code[:40]}, place=f"{place}.code")


def _rules(document: SurveyDocument) -> Iterator[Problem]:
    for place, thing in _things(document):
        rule, there = thing.show_when, f"{place}.show_when"
        if rules.depth(rule) > rules.DEEPEST:
            yield Problem(CONDITIONS_TOO_DEEP, {"most": rules.DEEPEST}, place=there)
        if sum(1 for _ in rules.parts(rule)) > limits.MOST_CONDITIONS:
            yield Problem(TOO_MANY_CONDITIONS, {"most": limits.MOST_CONDITIONS}, place=there)


def _pictures(raw: msgspec.Raw) -> dict[str, bytes]:
    """What is in each picture that the file holds."""
    data = bytes(raw)
    if data.count(b",") >= limits.MOST_PICTURES:  # neither a name nor base64 has one
        _stop_at([Problem(TOO_MANY_PICTURES, {"most": limits.MOST_PICTURES}, place="pictures")])
    try:
        held = msgspec.json.decode(data, type=dict[str, str])
    except msgspec.ValidationError as error:
        raise Faulty([misfits(error, ("pictures",))]) from error
    pictures, problems = {}, []
    for file, written in held.items():
        if not PICTURE_FILE.fullmatch(file):
            shown = {"file": file[:60]}
            problems.append(Problem(NOT_A_PICTURES_NAME, shown, place="pictures"))
            continue
        try:
            pictures[file] = base64.b64decode(written, validate=True)
        except (binascii.Error, ValueError):
            problems.append(Problem(NOT_BASE64, {"file": file}, place="pictures"))
    _stop_at(problems)
    return pictures


def _pictures_named(document: SurveyDocument, pictures: Mapping[str, bytes]) -> Iterator[Problem]:
    for place, thing in _things(document):
        picture = None if isinstance(thing, Section) else thing.picture
        if picture and not PICTURE_FILE.fullmatch(picture.file):
            shown = {"file": picture.file[:60]}
            yield Problem(NOT_A_PICTURES_NAME, shown, place=f"{place}.picture.file")
        elif picture and picture.file not in pictures:
            yield Problem(NO_PICTURE, {"file": picture.file}, place=f"{place}.picture.file")


def _stop_at(problems: list[Problem]) -> None:
    if problems:
        raise Faulty(problems[: limits.MOST_PROBLEMS])
