"""The question coach: what each rule finds, in both languages, and what it lets pass."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from msgspec.structs import replace

from coprod_survey.questionnaire import library
from coprod_survey.questionnaire.coach import (
    MENDS,
    RULES,
    Advice,
    advise,
    advise_on_question,
    duration,
    wording,
)
from coprod_survey.questionnaire.coach.mutation import forms
from coprod_survey.questionnaire.coach.rules import MOST_OPEN
from coprod_survey.questionnaire.coach.topics import TOPICS
from coprod_survey.questionnaire.coach.words import WORDS
from coprod_survey.questionnaire.document import Section, SurveyDocument
from coprod_survey.questionnaire.questions import (
    Contact,
    Date,
    LongText,
    MultipleChoice,
    Note,
    Option,
    PostcodeArea,
    Question,
    Scale,
    ShortText,
    SingleChoice,
    Statements,
    YesNo,
)
from coprod_survey.questionnaire.questions.scale import usual_points
from coprod_survey.questionnaire.rules import Chosen
from coprod_survey.questionnaire.text import Language, Text

TWO_JUDGED: list[tuple[Language, str, bool]] = [
    ("en", "How friendly and helpful were the staff?", True),
    ("en", "How clear, short and useful was the letter?", True),
    ("en", "How satisfied were you with the time or place?", True),
    ("en", "How well did we listen, as well as explain?", True),
    ("en", "Was it easy to come? Was it worth it?", True),
    ("en", "When and how often did you come?", True),
    ("en", "How easy was it to use health and care services?", False),
    ("en", "How far could you use Welsh and English as you wished?", False),
    ("en", "How easy or hard was it to take part?", False),
    ("en", "How useful was the link between home and hospital?", False),
    ("en", "How likely are people aged 16 and over to come?", False),
    ("en", "How well do Betsi and Alun know each other?", False),
    ("en", "How much of a say did you have?", False),
    ("cy", "Pa mor gyfeillgar a chymwynasgar oedd y staff?", True),
    ("cy", "Pa mor glir ac agored oedd y cyfarfod?", True),
    ("cy", "Pa mor fodlon oeddech chi ar yr amser neu’r lle?", True),
    ("cy", "I ba raddau y cafodd yr amser a’r gost eu hystyried?", True),
    ("cy", "Pryd a pha mor aml oeddech chi yno?", True),
    ("cy", "Pa mor hawdd oedd defnyddio gwasanaethau iechyd a gofal?", False),
    ("cy", "I ba raddau y gallech ddefnyddio’r Gymraeg a’r Saesneg?", False),
    ("cy", "Pa mor hawdd neu anodd oedd cymryd rhan?", False),
    ("cy", "I ba raddau y cafodd grym ei rannu rhwng pawb a gymerodd ran?", False),
    ("cy", "I ba raddau y cafodd yr amser a roesoch chi ei gydnabod?", False),
    ("cy", "A gawsoch chi lais yn y gwaith?", False),
    ("cy", "Pa mor hawdd oedd deall yr wybodaeth a gawsoch?", False),
    ("cy", "Pa mor ddefnyddiol oedd y cyswllt rhwng cartref ac ysbyty?", False),
]

LEADING: list[tuple[Language, str, bool]] = [
    ("en", "Don’t you agree that the meeting was useful?", True),
    ("en", "Do you agree that we listened?", True),
    ("en", "How good was the lunch?", True),
    ("en", "How much did you enjoy the day?", True),
    ("en", "How much has the service improved?", True),
    ("en", "Wasn’t it helpful?", True),
    ("en", "How useful was the meeting?", False),
    ("en", "Do you agree to take part?", False),
    ("en", "How much change have you seen?", False),
    ("en", "How welcome were you made to feel?", False),
    ("cy", "Onid oedd y cyfarfod yn ddefnyddiol?", True),
    ("cy", "Ydych chi’n cytuno bod y cyfarfod yn ddefnyddiol?", True),
    ("cy", "Pa mor dda oedd y cinio?", True),
    ("cy", "Faint wnaethoch chi fwynhau’r diwrnod?", True),
    ("cy", "Faint mae’r gwasanaeth wedi gwella?", True),
    ("cy", "Pa mor wych oedd y staff?", True),
    ("cy", "Pa mor ddefnyddiol oedd y cyfarfod?", False),
    ("cy", "Ydych chi’n cytuno i gymryd rhan?", False),
    ("cy", "Faint o newid rydych chi wedi’i weld?", False),
    ("cy", "Faint o groeso gawsoch chi?", False),
]

NEGATIVES: list[tuple[Language, str, bool]] = [
    ("en", "Were you not able to come without help?", True),
    ("en", "Is it not unlikely that you would come?", True),
    ("en", "I never felt that nobody listened", True),
    ("en", "Who should have been there, but was not?", False),
    ("en", "When people disagreed, what usually happened?", False),
    ("en", "You have a say, do you not only listen?", False),
    ("en", "Why could you not come?", False),
    ("cy", "Oeddech chi ddim yn gallu dod heb help?", True),
    ("cy", "Nid oedd yn annhebygol y byddech yn dod", True),
    ("cy", "Doedd dim modd dod heb gymorth", True),
    ("cy", "Wnes i ddim dweud dim wrth neb", False),
    ("cy", "Does neb yn gwrando arnaf i", False),
    ("cy", "Pwy ddylai fod wedi bod yno, ond nad oedd?", False),
    ("cy", "Peidiwch ag enwi neb na dweud dim amdanyn nhw", False),
    ("cy", "Nid oedd dim ond un cyfarfod", False),
    ("cy", "Dywedwch wrthym ni beth nad oedd yn dda", False),
    ("cy", "Beth ddylen ni ei wneud pan nad oes neb yn dod?", False),
    ("cy", "Pa mor annhebygol yw hi y byddwch yn dod yn fwy aml na chynt?", False),
    ("cy", "Ni chawsom gyfle i ddod heb help", True),
]

HARD: list[tuple[Language, str, list[str]]] = [
    ("en", "How did you participate prior to the meeting?", ["participate", "prior to"]),
    ("en", "Did we facilitate it sufficiently?", ["facilitate", "sufficiently"]),
    ("en", "How did you take part before the meeting?", []),
    ("en", "Are you a priority to us?", []),
    ("cy", "Sut wnaethoch chi fynychu’r cyfarfod?", ["fynychu"]),
    ("cy", "Beth yw’r goblygiadau mewn perthynas â chi?", ["goblygiadau", "mewn perthynas â"]),
    ("cy", "Sut mae’n cynorthwyo rhanddeiliaid?", ["cynorthwyo", "rhanddeiliaid"]),
    ("cy", "Sut wnaethoch chi ddod i’r cyfarfod?", []),
]

PERSONAL: list[tuple[Language, str, str]] = [
    ("en", "How old are you?", "age"),
    ("en", "What is your ethnic group?", "ethnic"),
    ("en", "Are you disabled?", "disability"),
    ("en", "What is your household income?", "money"),
    ("en", "What is your date of birth?", "birth"),
    ("en", "What is your full postcode?", "postcode"),
    ("en", "What is your exact job title?", "job"),
    ("en", "Which language would you rather use?", "language"),
    ("en", "How much did the health board listen?", ""),
    ("en", "How far did people engage with each other?", ""),
    ("en", "What is the name of the group?", ""),
    ("cy", "Faint yw eich oed?", "age"),
    ("cy", "Beth yw eich grŵp ethnig?", "ethnic"),
    ("cy", "Ydych chi’n anabl?", "disability"),
    ("cy", "Beth yw eich dyddiad geni?", "birth"),
    ("cy", "Beth yw eich cod post llawn?", "postcode"),
    ("cy", "Beth yw teitl eich swydd?", "job"),
    ("cy", "Faint wnaeth y bwrdd iechyd wrando?", ""),
    ("cy", "Beth yw enw’r grŵp?", ""),
]


def text(words: str, lang: Language = "en") -> Text:
    return Text(cy=words) if lang == "cy" else Text(en=words)


def options(*words: str, lang: Language = "en") -> tuple[Option, ...]:
    return tuple(
        Option(code=f"p{n}", text=text(said, lang), value=n) for n, said in enumerate(words, 1)
    )


def survey(*questions: Question) -> SurveyDocument:
    return SurveyDocument(sections=(Section(code="s", questions=questions),))


def rules_of(question: Question) -> set[str]:
    return {advice.rule for advice in advise_on_question(question)}


def on_a_scale(words: str, lang: Language) -> Question:
    return Scale(code="q", text=text(words, lang), options=usual_points())


@pytest.mark.parametrize(("lang", "words", "caught"), TWO_JUDGED)
def test_two_things_at_once(lang: Language, words: str, caught: bool) -> None:
    assert ("double" in rules_of(on_a_scale(words, lang))) is caught


@pytest.mark.parametrize(("lang", "words", "caught"), LEADING)
def test_leading_words(lang: Language, words: str, caught: bool) -> None:
    assert ("leading" in rules_of(on_a_scale(words, lang))) is caught


@pytest.mark.parametrize(("lang", "words", "caught"), NEGATIVES)
def test_two_negatives(lang: Language, words: str, caught: bool) -> None:
    assert ("double_negative" in rules_of(on_a_scale(words, lang))) is caught


@pytest.mark.parametrize(("lang", "words", "hard"), HARD)
def test_hard_words(lang: Language, words: str, hard: list[str]) -> None:
    assert sorted(wording.hard_words(words, lang)) == sorted(hard)


@pytest.mark.parametrize(("lang", "words", "topic"), PERSONAL)
def test_topics(lang: Language, words: str, topic: str) -> None:
    plain = wording.plain(words)
    found = [name for name, pattern in WORDS[lang].topics.items() if pattern.search(plain)]
    assert found == ([topic] if topic else [])


def test_the_two_answers_of_a_choice_may_be_joined_by_or() -> None:
    choice = SingleChoice(
        code="q", text=text("Are you a carer or a patient?"), options=options("Carer", "Patient")
    )
    assert "double" not in rules_of(choice)
    assert "double" in rules_of(replace(choice, text=text("Are you happy and well?")))


def test_a_statement_may_not_say_two_things_and_a_scale_may_not_deny_its_denial() -> None:
    statements = Statements(
        code="q",
        text=text("How true are these?"),
        statements=(
            Option(
                code="a", text=Text.both("Ces i groeso a pharch", "I was welcomed and respected")
            ),
            Option(code="b", text=Text.both("Ches i ddim llais", "I had no say")),
            Option(code="c", text=Text.both("Ces i lais", "I had a say")),
        ),
        options=usual_points(),
    )
    found = {(a.rule, a.place) for a in advise_on_question(statements)}
    assert found == {
        ("double", "question.q.statements.a"),
        ("negative_statement", "question.q.statements.b"),
    }


@pytest.mark.parametrize(
    ("lang", "points", "rule"),
    [
        ("en", ("Disagree", "Neither agree nor disagree", "Agree"), "agree"),
        ("cy", ("Anghytuno", "Ddim yn cytuno nac yn anghytuno", "Cytuno"), "agree"),
        ("en", ("Poor", "Fair", "Good", "Very good", "Excellent"), "unbalanced"),
        ("cy", ("Gwael", "Gweddol", "Da", "Da iawn", "Ardderchog"), "unbalanced"),
        ("en", ("Good", "Very good", "Excellent"), "unbalanced"),
        ("en", ("Very bad", "2", "3", "4", "Very good"), "unlabelled"),
        ("cy", ("Gwael iawn", "2", "3", "4", "Da iawn"), "unlabelled"),
        ("en", ("Very hard", "Fairly hard", "Neither", "Fairly easy", "Very easy"), ""),
        ("cy", ("Anodd iawn", "Eithaf anodd", "Dim un", "Eithaf hawdd", "Hawdd iawn"), ""),
        ("en", ("Not at all clear", "Not very clear", "Fairly clear", "Very clear"), ""),
        ("cy", ("Ddim yn glir o gwbl", "Ddim yn glir iawn", "Gweddol glir", "Clir iawn"), ""),
        ("en", ("Much less confident", "No change", "Much more confident"), ""),
    ],
)
def test_scales(lang: Language, points: tuple[str, ...], rule: str) -> None:
    scale = Scale(code="q", text=text("How was it?", "en"), options=options(*points, lang=lang))
    assert rules_of(scale) & {"agree", "unbalanced", "unlabelled"} == ({rule} if rule else set())


@pytest.mark.parametrize("lang", ["cy", "en"])
def test_long_sentences_are_counted_for_each_language_by_itself(lang: Language) -> None:
    long = text("gair " * 26 + "?", lang)
    [advice] = [
        a for a in advise_on_question(ShortText(code="q", text=long)) if a.rule == "long_sentence"
    ]
    assert (advice.lang, advice.params) == (lang, {"words": 26})
    two = text("gair " * 20 + ". " + "gair " * 20 + "?", lang)
    assert "long_sentence" not in rules_of(ShortText(code="q", text=two))


AGE = SingleChoice(
    code="age", text=text("How old are you?"), options=options("Under 50", "50 or over")
)


def test_a_personal_question_lets_people_off() -> None:
    assert rules_of(AGE) == {"no_prefer_not", "not_marked"}
    assert rules_of(replace(AGE, required=True)) == {"no_prefer_not", "not_marked", "must_tell"}
    assert rules_of(replace(AGE.with_prefer_not(), sensitive=True, required=True)) == set()
    sensitive = YesNo(code="q", text=text("Do you need a hoist?"), sensitive=True).settled()
    assert rules_of(sensitive) == {"no_prefer_not"}
    assert rules_of(sensitive.with_prefer_not()) == set()


def test_what_names_somebody_is_told_unless_it_is_kept_apart_or_coarse() -> None:
    name = text("What is your full name?")
    assert "identifies" in rules_of(ShortText(code="q", text=name))
    assert "identifies" not in rules_of(Contact(code="q", text=name))
    postcode = text("What is your postcode?")
    assert "identifies" in rules_of(ShortText(code="q", text=postcode))
    assert "identifies" not in rules_of(PostcodeArea(code="q", text=postcode))
    born = text("When were you born?")
    assert "identifies" in rules_of(Date(code="q", text=born))
    assert "identifies" not in rules_of(Date(code="q", text=born, precision="year"))


def test_several_facts_are_told_only_where_a_group_is_small() -> None:
    asked = survey(
        AGE,
        replace(AGE, code="b", text=text("Are you disabled?")),
        ShortText(code="c", text=text("What is your job title?")),
    )
    together = [
        a for a in advise(asked, group_sizes={"staff": 6, "carers": None}) if a.rule == "together"
    ]
    assert [a.params for a in together] == [{"questions": 3, "people": 6}]
    for sizes in ({}, {"staff": 40}, {"staff": None}):
        assert "together" not in {a.rule for a in advise(asked, group_sizes=sizes)}


def test_open_questions() -> None:
    bare = LongText(code="q", text=text("What else?"), required=True)
    assert rules_of(bare) == {"must_write", "names"}
    assert rules_of(replace(bare, required=False, hint=text("Name nobody."))) == set()
    many = [replace(bare, code=f"q{n}") for n in range(MOST_OPEN + 1)]
    assert "many_open" in {a.rule for a in advise(survey(*many))}
    assert "many_open" not in {a.rule for a in advise(survey(*many[1:]))}


def test_long_lists_and_lists_without_none() -> None:
    many = options(*(f"Place {letter}" for letter in "abcdefghijk"))
    single = SingleChoice(code="q", text=text("Where?"), options=many)
    assert {(a.rule, a.mend) for a in advise_on_question(single)} == {("many_options", "fold")}
    assert rules_of(single.folded()) == set()
    assert rules_of(replace(single, options=many[1:])) == set()
    ticked = MultipleChoice(code="q", text=text("Where?"), options=many[:3])
    assert rules_of(ticked) == {"no_none"}
    assert (
        rules_of(replace(ticked, options=(*many[:3], Option(code="n", role="exclusive")))) == set()
    )


def test_goals() -> None:
    one, two = (ShortText(code=c, text=text("What was useful?")) for c in ("one", "two"))
    served = replace(one, goals=("voice",))

    def found(*questions: Question, goals: tuple[str, ...]) -> list[tuple[str, str]]:
        kept = ("no_goal", "no_goals")
        return [
            (a.rule, a.place) for a in advise(survey(*questions), goals=goals) if a.rule in kept
        ]

    assert found(served, two, goals=("voice",)) == [("no_goal", "question.two.goals")]
    assert found(served, two, goals=("other",)) == [("no_goals", "")]
    assert found(one, two, goals=("voice",)) == [("no_goals", "")]
    assert found(one, two, goals=()) == []
    assert found(served, AGE, Note(code="n"), Contact(code="c"), goals=("voice",)) == []


def test_a_personal_question_that_stands_early_moves_to_the_end() -> None:
    others = [ShortText(code=f"q{n}", text=text("What was useful?")) for n in range(4)]
    document = survey(AGE, *others)
    [early] = [a for a in advise(document) if a.rule == "too_early"]
    moved = MENDS[early.mend](document, "age")
    assert list(moved.questions) == ["q0", "q1", "q2", "q3", "age"]
    assert "too_early" not in {a.rule for a in advise(moved)}
    looking = replace(others[0], show_when=Chosen(question="age", options=("p1",)))
    [early] = [a for a in advise(survey(AGE, looking, *others[1:])) if a.rule == "too_early"]
    assert early.mend == ""


def test_a_page_of_personal_questions_moves_as_a_whole_but_not_behind_contact_details() -> None:
    about = Section(code="about", questions=(AGE, replace(AGE, code="b")))
    work = Section(
        code="work", questions=tuple(ShortText(code=f"q{n}", text=text("What?")) for n in range(4))
    )
    contact = Section(code="contact", questions=(Contact(code="c"),))
    document = SurveyDocument(sections=(about, work, contact))
    [early] = [a for a in advise(document) if a.rule == "too_early"]
    assert (early.place, early.mend) == ("section.about", "move_section_to_end")
    moved = MENDS[early.mend](document, "about")
    assert [s.code for s in moved.sections] == ["work", "about", "contact"]


def test_a_question_of_the_equality_set_in_other_words_is_told() -> None:
    assert "harmonised" in {a.rule for a in advise(survey(AGE))}
    assert "harmonised" not in {a.rule for a in advise(library.load("equality"))}
    for topic in TOPICS.values():
        assert not topic.library or topic.library in library.load("equality").questions


def test_minutes_follow_the_kinds_and_the_words() -> None:
    short = SingleChoice(code="q", text=text("Which?"), options=options("This", "That"))
    long = replace(short, text=text("word " * 240))
    assert duration.seconds(short) == short.seconds
    assert duration.seconds(long) == pytest.approx(short.seconds + 60, abs=2)
    assert duration.minutes(survey()) == 1
    many = [replace(short, code=f"q{n}") for n in range(60)]
    assert duration.minutes(survey(*many)) == 12
    assert [a.params for a in advise(survey(*many)) if a.rule == "too_long"] == [{"minutes": 12}]
    assert "too_long" not in {a.rule for a in advise(survey(*many[:40]))}


def test_advice_on_both_languages_is_given_once() -> None:
    words = Text.both("Pa mor dda oedd y cinio?", "How good was the lunch?")
    found = [
        a
        for a in advise_on_question(Scale(code="q", text=words, options=usual_points()))
        if a.rule == "leading"
    ]
    assert [(a.lang, a.quote) for a in found] == [(None, Text(cy="Pa mor dda", en="How good"))]


def test_the_key_of_advice_changes_with_the_words_and_only_then() -> None:
    one = Advice(place="question.a.text", rule="leading", quote=text("How good"))
    assert one.key == replace(one, mend="fold").key
    others = [
        replace(one, quote=text("How great")),
        replace(one, place="question.b.text"),
        replace(one, lang="en"),
        replace(one, params={"n": 1}),
    ]
    assert len({one.key, *(o.key for o in others)}) == 5


JUDGED = {
    (
        "evaluation",
        "harmonised",
        "question.language.text",
    ): "asks how people take part, which the census does not",
    (
        "every-kind",
        "names",
        "question.more_often.hint",
    ): "a demonstration without help below some questions",
    ("every-kind", "names", "question.skills.hint"): "as above",
    ("every-kind", "names", "question.more_say.hint"): "as above",
    ("are-we-ready", "double", "question.reciprocity.text"): "giving and getting are one thing",
    ("are-we-ready", "double", "question.backing.statements.money"): "one sum of money for both",
    (
        "equality",
        "long_sentence",
        "settings.introduction",
    ): "said to designers, not to those who answer",
}
"""What the coach says of our own library, and why it may stay."""


def test_our_own_library_gets_no_advice_that_was_not_judged() -> None:
    found = {
        (name, advice.rule, advice.place)
        for name in (*library.names(), *library.sets())
        for advice in advise(library.load(name))
    }
    assert found <= set(JUDGED), "mend the words, or say in JUDGED why they may stay"


def test_every_rule_has_welsh_and_stands_in_the_documentation(root: Path) -> None:
    told = (root / "docs" / "coach.md").read_text(encoding="utf-8")
    with (root / "translations" / "cy" / "LC_MESSAGES" / "messages.po").open("rb") as file:
        welsh = {message.id: message.string for message in read_po(file)}
    for code, rule in RULES.items():
        assert f"`{code}`" in told, f"tell of {code} in docs/coach.md"
        for words in (rule.advice, rule.why, rule.mend, *filter(None, [rule.press])):
            assert welsh.get(words), words
    assert told.count("| `") == len(RULES), "docs/coach.md tells of a rule that is gone"


def test_every_list_of_words_has_both_languages() -> None:
    assert set(WORDS["cy"].topics) == set(WORDS["en"].topics) == set(TOPICS)
    for words in WORDS.values():
        assert len(words.hard) > 50
        assert all(hard != plain for hard, plain in words.hard.items())


@pytest.mark.parametrize(
    ("word", "changed"),
    [
        ("cyflwr", ("cyflwr", "gyflwr", "nghyflwr", "chyflwr")),
        ("gwael", ("gwael", "wael", "ngwael")),
        ("llai", ("llai", "lai")),
        ("rhanddeiliaid", ("rhanddeiliaid", "randdeiliaid")),
        ("anodd", ("anodd", "hanodd")),
        ("ffordd", ("ffordd",)),
    ],
)
def test_welsh_words_are_known_in_each_form(word: str, changed: tuple[str, ...]) -> None:
    assert forms(word) == changed


def test_three_hundred_questions_are_read_in_under_thirty_milliseconds() -> None:
    known = [q for name in library.names() for q in library.load(name).questions.values()]
    asked = [replace(known[n % len(known)], code=f"q{n}") for n in range(300)]
    sections = tuple(
        Section(code=f"s{n}", questions=tuple(asked[n : n + 10])) for n in range(0, 300, 10)
    )
    document = SurveyDocument(sections=sections)
    advise(document)
    took = []
    for _ in range(5):
        start = time.perf_counter()
        advise(replace(document))
        took.append(time.perf_counter() - start)
    assert min(took) < 0.03
