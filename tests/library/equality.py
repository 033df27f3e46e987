"""The equality set: who takes part, asked so that answers can be compared with the census.

What is asked, the lists of answers and their order are facts of the 2021 census in Wales and of the
harmonised standards; the words of the questions, the hints and the reasons are our own.
"""

from __future__ import annotations

from typing import Any

from coprod_survey.questionnaire.document import Section, SurveyDocument
from coprod_survey.questionnaire.questions import MultipleChoice, Option, Question, SingleChoice
from coprod_survey.questionnaire.questions.choice import PREFER_NOT_WORDS
from coprod_survey.questionnaire.rules import Chosen, Not
from coprod_survey.questionnaire.text import Text

CENSUS = ("Cyfrifiad 2021, Cymru a Lloegr: {}", "Census 2021, England and Wales: {}")


def t(cy: str, en: str) -> Text:
    """A sentence in both languages."""
    return Text.both(cy, en)


def census(cy: str, en: str) -> Text:
    """The question of the census that a question of ours can be compared with."""
    return t(CENSUS[0].format(cy), CENSUS[1].format(en))


def o(code: str, cy: str, en: str, role: Any = "", hint: Text | None = None) -> Option:
    """An answer."""
    return Option(code=code, text=t(cy, en), role=role, hint=hint or Text())


def one(code: str, text: Text, *options: Option, **more: Any) -> Question:
    """A question with one answer, the last being that the person prefers not to say."""
    return SingleChoice(code=code, text=text, options=(*options, PREFER_NOT), **more, **SENSITIVE)


def several(code: str, text: Text, *options: Option, **more: Any) -> Question:
    """A question with several answers, the last being that the person prefers not to say."""
    return MultipleChoice(code=code, text=text, options=(*options, PREFER_NOT), **more, **SENSITIVE)


SENSITIVE: dict[str, Any] = {"sensitive": True}
PREFER_NOT = Option(code="prefer_not", text=PREFER_NOT_WORDS, role="prefer_not")
CHOOSE_ALL = t("Dewiswch bob un sy’n wir i chi.", "Choose all that are true for you.")
SIXTEEN = Not(of=Chosen(question="eq_age", options=("under_16",)))
FOR_SIXTEEN = t(
    "Cwestiwn i bobl 16 oed a hŷn yw hwn.", "This question is for people aged 16 and over."
)

AGE = one(
    "eq_age",
    t("Faint yw eich oed?", "How old are you?"),
    o("under_16", "O dan 16", "Under 16"),
    o("age_16_24", "16 i 24", "16 to 24"),
    o("age_25_34", "25 i 34", "25 to 34"),
    o("age_35_44", "35 i 44", "35 to 44"),
    o("age_45_54", "45 i 54", "45 to 54"),
    o("age_55_64", "55 i 64", "55 to 64"),
    o("age_65_74", "65 i 74", "65 to 74"),
    o("age_75_over", "75 neu hŷn", "75 or over"),
    why=t(
        "Mae pobl o rai oedrannau’n cael eu clywed yn llai aml nag eraill. Rydym yn gwirio a yw "
        "pob oed yn cael llais. Nid oes angen eich union oed arnom.",
        "People of some ages are heard less often than others. We check whether every age has a "
        "say. We do not need your exact age.",
    ),
    standard=census("oed, mewn bandiau", "age, in bands"),
)

SEX = one(
    "eq_sex",
    t("Ydych chi’n fenyw neu’n wryw?", "Are you female or male?"),
    o("female", "Benyw", "Female"),
    o("male", "Gwryw", "Male"),
    why=t(
        "Gall menywod a dynion gael eu clywed yn wahanol ym maes iechyd a gofal. Rydym yn gwirio "
        "a ydynt yn cael yr un llais yma.",
        "Women and men can be heard differently in health and care. We check whether they have an "
        "equal say here.",
    ),
    standard=census("rhyw", "sex"),
)

GENDER = one(
    "eq_gender",
    t(
        "A yw eich hunaniaeth o ran rhywedd yr un fath â’r rhyw a gofrestrwyd pan gawsoch eich "
        "geni?",
        "Is your gender identity the same as the sex that was registered when you were born?",
    ),
    o("yes", "Ydy", "Yes"),
    o(
        "no",
        "Nac ydy",
        "No",
        "other",
        t(
            "Gallwch ysgrifennu’r geiriau rydych chi’n eu defnyddio.",
            "You can write the words that you use.",
        ),
    ),
    hint=FOR_SIXTEEN,
    why=t(
        "Mae pobl draws ac anneuaidd yn aml yn cael eu gadael allan o benderfyniadau am eu gofal. "
        "Rydym yn gwirio a ydynt yn cael llais yma.",
        "Trans and non-binary people are often left out of decisions about their care. We check "
        "whether they have a say here.",
    ),
    standard=census("hunaniaeth o ran rhywedd", "gender identity"),
    show_when=SIXTEEN,
)

ORIENTATION = one(
    "eq_orientation",
    t(
        "Sut fyddech chi’n disgrifio eich cyfeiriadedd rhywiol?",
        "How would you describe your sexual orientation?",
    ),
    o("straight", "Heterorywiol neu strêt", "Straight or heterosexual"),
    o("gay_lesbian", "Hoyw neu lesbiaidd", "Gay or lesbian"),
    o("bisexual", "Deurywiol", "Bisexual"),
    o("other", "Cyfeiriadedd arall", "Another orientation", "other"),
    hint=FOR_SIXTEEN,
    why=t(
        "Gall gwasanaethau wneud rhagdybiaethau am bobl lesbiaidd, hoyw a deurywiol. Rydym yn gwirio a "
        "yw pawb yn cael eu trin yn deg.",
        "Services can make assumptions about lesbian, gay and bisexual people. We check whether "
        "everyone is treated fairly.",
    ),
    standard=census("cyfeiriadedd rhywiol", "sexual orientation"),
    show_when=SIXTEEN,
)

NATIONAL_IDENTITY = several(
    "eq_national_identity",
    t(
        "Sut ydych chi’n gweld eich hunaniaeth genedlaethol?",
        "How do you see your national identity?",
    ),
    o("welsh", "Cymreig", "Welsh"),
    o("english", "Seisnig", "English"),
    o("scottish", "Albanaidd", "Scottish"),
    o("northern_irish", "Gwyddelig Gogledd Iwerddon", "Northern Irish"),
    o("british", "Prydeinig", "British"),
    o("other", "Hunaniaeth arall", "Another identity", "other"),
    hint=CHOOSE_ALL,
    why=t(
        "Mae pobl yng Nghymru’n gweld eu hunain mewn sawl ffordd. Rydym yn gofyn fel nad oes neb "
        "yn penderfynu hynny ar eu rhan.",
        "People in Wales see themselves in many ways. We ask so that nobody decides it for them.",
    ),
    standard=census("hunaniaeth genedlaethol", "national identity"),
)

ETHNIC_GROUP = one(
    "eq_ethnic_group",
    t("Pa grŵp ethnig sy’n eich disgrifio chi orau?", "Which ethnic group fits you best?"),
    o(
        "white_british",
        "Gwyn: Cymreig, Seisnig, Albanaidd, Gwyddelig Gogledd Iwerddon neu Brydeinig",
        "White: Welsh, English, Scottish, Northern Irish or British",
    ),
    o("white_irish", "Gwyn: Gwyddelig", "White: Irish"),
    o(
        "white_gypsy_traveller",
        "Gwyn: Sipsi neu Deithiwr Gwyddelig",
        "White: Gypsy or Irish Traveller",
    ),
    o("white_roma", "Gwyn: Roma", "White: Roma"),
    o("white_other", "Gwyn: unrhyw gefndir arall", "White: any other background", "other"),
    o(
        "mixed_caribbean",
        "Cymysg neu amlethnig: Gwyn a Du Caribïaidd",
        "Mixed or multiple: White and Black Caribbean",
    ),
    o(
        "mixed_african",
        "Cymysg neu amlethnig: Gwyn a Du Affricanaidd",
        "Mixed or multiple: White and Black African",
    ),
    o("mixed_asian", "Cymysg neu amlethnig: Gwyn ac Asiaidd", "Mixed or multiple: White and Asian"),
    o(
        "mixed_other",
        "Cymysg neu amlethnig: unrhyw gefndir arall",
        "Mixed or multiple: any other background",
        "other",
    ),
    o("asian_indian", "Asiaidd: Indiaidd", "Asian: Indian"),
    o("asian_pakistani", "Asiaidd: Pacistanaidd", "Asian: Pakistani"),
    o("asian_bangladeshi", "Asiaidd: Bangladeshaidd", "Asian: Bangladeshi"),
    o("asian_chinese", "Asiaidd: Tsieineaidd", "Asian: Chinese"),
    o("asian_other", "Asiaidd: unrhyw gefndir arall", "Asian: any other background", "other"),
    o("black_caribbean", "Du: Caribïaidd", "Black: Caribbean"),
    o("black_african", "Du: Affricanaidd", "Black: African"),
    o("black_other", "Du: unrhyw gefndir arall", "Black: any other background", "other"),
    o("other_arab", "Grŵp arall: Arabaidd", "Other group: Arab"),
    o(
        "other_any",
        "Grŵp arall: unrhyw grŵp ethnig arall",
        "Other group: any other ethnic group",
        "other",
    ),
    hint=t(
        "Dewiswch un. Mae “Asiaidd” a “Du” yn cynnwys pobl sydd hefyd yn Gymreig neu’n Brydeinig.",
        "Choose one. “Asian” and “Black” include people who are also Welsh or British.",
    ),
    why=t(
        "Mae rhai grwpiau ethnig yn cael gofal gwaeth ac yn cael eu clywed yn llai aml. Rydym yn "
        "gwirio pwy sydd heb lais yma.",
        "Some ethnic groups get worse care and are heard less often. We check who has no voice "
        "here.",
    ),
    standard=census("grŵp ethnig, yn nhrefn Cymru", "ethnic group, in the order for Wales"),
)

RELIGION = one(
    "eq_religion",
    t("Beth yw eich crefydd, os oes gennych un?", "What is your religion, if you have one?"),
    o("none", "Dim crefydd", "No religion"),
    o("christian", "Cristnogaeth, pob enwad", "Christian, all denominations"),
    o("buddhist", "Bwdhaeth", "Buddhist"),
    o("hindu", "Hindŵaeth", "Hindu"),
    o("jewish", "Iddewiaeth", "Jewish"),
    o("muslim", "Islam", "Muslim"),
    o("sikh", "Siciaeth", "Sikh"),
    o("other", "Crefydd arall", "Another religion", "other"),
    why=t(
        "Gall ffydd wneud gwahaniaeth i’r gofal y mae pobl am ei gael, ac i’r adegau pan allant "
        "gymryd rhan.",
        "Faith can matter to the care that people want, and to when they can take part.",
    ),
    standard=census("crefydd", "religion"),
)

CONDITION = one(
    "eq_condition",
    t(
        "Oes gennych chi gyflwr iechyd corfforol neu feddyliol sydd wedi para blwyddyn neu fwy, "
        "neu sy’n debygol o wneud hynny?",
        "Do you have a physical or mental health condition that has lasted, or is likely to last, "
        "a year or more?",
    ),
    o("yes", "Oes", "Yes"),
    o("no", "Nac oes", "No"),
    why=t(
        "Dylai iechyd a gofal weithio i bobl anabl. Dylai’r ffordd rydym yn gweithio gyda’n "
        "gilydd wneud hynny hefyd.",
        "Health and care should work for disabled people. So should the way we work together.",
    ),
    standard=t(
        "Safon wedi’i chysoni gan y GSS, 18 Mehefin 2020: cyflyrau iechyd a salwch hirdymor",
        "GSS harmonised standard, 18 June 2020: long-lasting health conditions and illness",
    ),
)

LIMITS = one(
    "eq_limits",
    t(
        "Ydy hynny’n cyfyngu ar yr hyn y gallwch ei wneud o ddydd i ddydd?",
        "Does it limit what you can do from day to day?",
    ),
    o("a_lot", "Ydy, llawer", "Yes, a lot"),
    o("a_little", "Ydy, ychydig", "Yes, a little"),
    o("not_at_all", "Nac ydy, dim o gwbl", "No, not at all"),
    why=t(
        "Gyda’r cwestiwn blaenorol, mae hyn yn dangos faint o’r bobl sy’n cymryd rhan sy’n anabl o "
        "dan Ddeddf Cydraddoldeb 2010.",
        "With the question before, this shows how many of the people who take part are disabled "
        "under the Equality Act 2010.",
    ),
    standard=census("anabledd, ail ran", "disability, second part"),
    show_when=Chosen(question="eq_condition", options=("yes",)),
)

CARE = one(
    "eq_care",
    t(
        "Ydych chi’n gofalu am rywun neu’n ei helpu oherwydd salwch, anabledd neu henaint, heb "
        "gael eich talu am hynny?",
        "Do you look after or help somebody because of illness, disability or old age, without "
        "being paid for it?",
    ),
    o("no", "Nac ydw", "No"),
    o("up_to_9", "Ydw, 9 awr yr wythnos neu lai", "Yes, 9 hours a week or less"),
    o("from_10_to_19", "Ydw, 10 i 19 awr yr wythnos", "Yes, 10 to 19 hours a week"),
    o("from_20_to_34", "Ydw, 20 i 34 awr yr wythnos", "Yes, 20 to 34 hours a week"),
    o("from_35_to_49", "Ydw, 35 i 49 awr yr wythnos", "Yes, 35 to 49 hours a week"),
    o("from_50", "Ydw, 50 awr yr wythnos neu fwy", "Yes, 50 hours a week or more"),
    why=t(
        "Ychydig o amser sydd gan lawer o ofalwyr i ddod i gyfarfodydd. Rydym yn gwirio a ydynt "
        "yn gallu cymryd rhan.",
        "Many carers have little time to come to meetings. We check whether they can take part.",
    ),
    standard=census("gofal di-dâl", "unpaid care"),
)

WELSH = several(
    "eq_welsh",
    t("Beth allwch chi ei wneud yn Gymraeg?", "What can you do in Welsh?"),
    o("understand", "Deall Cymraeg llafar", "Understand spoken Welsh"),
    o("speak", "Siarad Cymraeg", "Speak Welsh"),
    o("read", "Darllen Cymraeg", "Read Welsh"),
    o("write", "Ysgrifennu Cymraeg", "Write Welsh"),
    o("none", "Dim un o’r rhain", "None of these", "exclusive"),
    hint=CHOOSE_ALL,
    why=t(
        "Mae’n dangos pa gyfarfodydd a pha bapurau sydd eu hangen yn Gymraeg.",
        "It shows which meetings and which papers are needed in Welsh.",
    ),
    standard=t(
        "Cyfrifiad 2021, Cymru: sgiliau Cymraeg", "Census 2021, Wales: Welsh language skills"
    ),
)

LANGUAGE = one(
    "eq_language",
    t(
        "Pa iaith fyddai’n well gennych ei defnyddio gyda ni?",
        "Which language would you rather use with us?",
    ),
    o("welsh", "Cymraeg", "Welsh"),
    o("english", "Saesneg", "English"),
    o("both", "Cymraeg a Saesneg fel ei gilydd", "Welsh and English equally"),
    o("bsl", "Iaith Arwyddion Prydain", "British Sign Language"),
    o("other", "Iaith arall", "Another language", "other"),
    why=t(
        "Mae gennych hawl i ddefnyddio’r Gymraeg gyda gwasanaethau cyhoeddus yng Nghymru. Nid yw "
        "gallu siarad iaith yr un peth â bod am ei defnyddio.",
        "You have the right to use Welsh with public services in Wales. Being able to speak a "
        "language is not the same as wanting to use it.",
    ),
    standard=t(
        "Rheoliadau Safonau’r Gymraeg (Rhif 7) 2018: dewis iaith",
        "Welsh Language Standards (No. 7) Regulations 2018: language preference",
    ),
)

INTRODUCTION = t(
    "Rydym am wybod pwy sydd yma a phwy sydd ar goll, ac a yw rhai pobl yn cael eu trin yn waeth "
    "nag eraill.\n\n"
    "Gallwch adael unrhyw gwestiwn heb ei ateb. Yn y canlyniadau nid oes neb yn gweld yr atebion "
    "hyn fesul un: dim ond faint o bobl a roddodd bob ateb. Mae niferoedd bach yn cael eu cuddio fel "
    "nad oes modd adnabod neb.",
    "We want to know who is here and who is missing, and whether some people are treated less well "
    "than others.\n\n"
    "You can leave out any question. In the results nobody sees these answers one by one: only how "
    "many people gave each answer. Small numbers are hidden so that nobody can be recognised.",
)
MAY_LEAVE_OUT = t("Gallwch adael unrhyw gwestiwn heb ei ateb.", "You can leave out any question.")


def build() -> SurveyDocument:
    """The set: three short pages, with the age before what is asked of people of 16 and over."""
    return SurveyDocument(
        title=t("Cwestiynau cydraddoldeb", "Equality questions"),
        introduction=t(
            "Oed, rhyw, hunaniaeth, iechyd, gofal ac iaith. Mae’r pynciau a’r rhestrau o atebion "
            "yn dilyn Cyfrifiad 2021 a’r safonau wedi’u cysoni ar gyfer ystadegau’r Deyrnas Unedig, o dan y "
            "Drwydded Llywodraeth Agored, fersiwn 3.0. Ein geiriau ni yw’r cwestiynau.",
            "Age, sex, identity, health, care and language. The topics and the lists of answers "
            "follow the 2021 census and the harmonised standards of UK statistics, under the Open "
            "Government Licence version 3.0. The words of the questions are ours.",
        ),
        sections=(
            Section(
                code="equality",
                title=t("Cydraddoldeb: amdanoch chi", "Equality: about you"),
                introduction=INTRODUCTION,
                questions=(AGE, SEX),
            ),
            Section(
                code="equality_identity",
                title=t("Cydraddoldeb: eich hunaniaeth", "Equality: your identity"),
                introduction=MAY_LEAVE_OUT,
                questions=(GENDER, ORIENTATION, NATIONAL_IDENTITY, ETHNIC_GROUP, RELIGION),
            ),
            Section(
                code="equality_life",
                title=t(
                    "Cydraddoldeb: iechyd, gofal ac iaith", "Equality: health, care and language"
                ),
                introduction=MAY_LEAVE_OUT,
                questions=(CONDITION, LIMITS, CARE, WELSH, LANGUAGE),
            ),
        ),
    )
