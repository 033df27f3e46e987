"""The survey for trying out: every kind of question, every setting and every rule, in one lunch.

What it asks is made up, and makes sense from beginning to end.
"""

from __future__ import annotations

from typing import Any, cast

from msgspec.structs import replace

from coprod_survey.questionnaire.document import Section, SurveyDocument
from coprod_survey.questionnaire.library.sending import TO_SEND
from coprod_survey.questionnaire.questions import (
    Consent,
    Contact,
    Date,
    Dropdown,
    Ladder,
    LongText,
    MultipleChoice,
    Note,
    Number,
    Option,
    PostcodeArea,
    Question,
    Ranking,
    Scale,
    ShortText,
    SingleChoice,
    Statements,
    YesNo,
)
from coprod_survey.questionnaire.questions.base import Picture
from coprod_survey.questionnaire.questions.choice import PREFER_NOT_WORDS
from coprod_survey.questionnaire.rules import (
    All,
    Answered,
    AnyOf,
    Chosen,
    Compared,
    InGroup,
    Not,
)
from coprod_survey.questionnaire.text import Text
from tests.library import picture


def t(cy: str, en: str) -> Text:
    """A sentence in both languages."""
    return Text.both(cy, en)


def o(code: str, cy: str, en: str, role: Any = "", **more: Any) -> Option:
    """An option, a statement or a moment."""
    return Option(code=code, text=t(cy, en), role=role, **more)


def chose(question: str, *options: str, **more: Any) -> Chosen:
    """That one of these options was chosen."""
    return Chosen(question=question, options=options, **more)


DONT_KNOW = o("dont_know", "Ddim yn gwybod", "Don’t know", "dont_know")
PREFER_NOT = Option(code="prefer_not", text=PREFER_NOT_WORDS, role="prefer_not")
OTHER = o("other", "Rhywbeth arall", "Something else", "other")

MONTHS = (
    ("january", "Ionawr", "January"),
    ("february", "Chwefror", "February"),
    ("march", "Mawrth", "March"),
    ("april", "Ebrill", "April"),
    ("may", "Mai", "May"),
    ("june", "Mehefin", "June"),
    ("july", "Gorffennaf", "July"),
    ("august", "Awst", "August"),
    ("september", "Medi", "September"),
    ("october", "Hydref", "October"),
    ("november", "Tachwedd", "November"),
    ("december", "Rhagfyr", "December"),
)

COUNTIES = (
    ("anglesey", "Ynys Môn", "Isle of Anglesey"),
    ("blaenau_gwent", "Blaenau Gwent", "Blaenau Gwent"),
    ("bridgend", "Pen-y-bont ar Ogwr", "Bridgend"),
    ("caerphilly", "Caerffili", "Caerphilly"),
    ("cardiff", "Caerdydd", "Cardiff"),
    ("carmarthenshire", "Sir Gaerfyrddin", "Carmarthenshire"),
    ("ceredigion", "Ceredigion", "Ceredigion"),
    ("conwy", "Conwy", "Conwy"),
    ("denbighshire", "Sir Ddinbych", "Denbighshire"),
    ("flintshire", "Sir y Fflint", "Flintshire"),
    ("gwynedd", "Gwynedd", "Gwynedd"),
    ("merthyr_tydfil", "Merthyr Tudful", "Merthyr Tydfil"),
    ("monmouthshire", "Sir Fynwy", "Monmouthshire"),
    ("neath_port_talbot", "Castell-nedd Port Talbot", "Neath Port Talbot"),
    ("newport", "Casnewydd", "Newport"),
    ("pembrokeshire", "Sir Benfro", "Pembrokeshire"),
    ("powys", "Powys", "Powys"),
    ("rhondda_cynon_taf", "Rhondda Cynon Taf", "Rhondda Cynon Taf"),
    ("swansea", "Abertawe", "Swansea"),
    ("torfaen", "Torfaen", "Torfaen"),
    ("vale_of_glamorgan", "Bro Morgannwg", "Vale of Glamorgan"),
    ("wrexham", "Wrecsam", "Wrexham"),
)

BEGIN = Section(
    code="begin",
    title=t("Cyn dechrau", "Before you begin"),
    questions=(
        Note(
            code="welcome",
            text=t("Croeso i’r cinio", "Welcome to the lunch"),
            body=t(
                "Mae’r cinio dychmygol hwn yn digwydd bob dydd Gwener. Mae pawb yn helpu:\n\n"
                "- i goginio\n- i osod y byrddau\n- i glirio wedyn",
                "This imaginary lunch happens every Friday. Everyone helps:\n\n"
                "- to cook\n- to set the tables\n- to clear up afterwards",
            ),
            picture=Picture(
                file=picture.FILES["table"],
                alt=t(
                    "Bwrdd crwn o’r uchod, gyda chwech o bobl o’i gwmpas a phowlen fawr yn y canol.",
                    "A round table seen from above, with six people around it and a large bowl in "
                    "the middle.",
                ),
            ),
        ),
        cast(
            Question,
            replace(
                Consent.fresh(),
                code="agree",
                text=t(
                    "Ydych chi’n cytuno i roi cynnig ar y cwestiynau?",
                    "Do you agree to try the questions?",
                ),
                why=t(
                    "Chi sydd i ddewis a ydych am gymryd rhan. Os nad ydych yn cytuno, daw’r "
                    "arolwg i ben yma.",
                    "It is for you to choose whether to take part. If you do not agree, the survey "
                    "ends here.",
                ),
                required=True,
            ),
        ),
    ),
)

BEEN = chose("been", "yes")

YOU = Section(
    code="you",
    title=t("Chi a’r cinio", "You and the lunch"),
    questions=(
        SingleChoice(
            code="group",
            text=t("Beth yw eich rhan chi yn y cinio?", "What is your part in the lunch?"),
            required=True,
            options=(
                o("guest", "Rwy’n dod i fwyta", "I come to eat"),
                o(
                    "cook",
                    "Rwy’n helpu",
                    "I help",
                    hint=t("Yn y gegin neu wrth y byrddau.", "In the kitchen or at the tables."),
                ),
                o("centre", "Rwy’n gweithio i’r ganolfan", "I work for the centre"),
                PREFER_NOT,
            ),
        ),
        SingleChoice(
            code="heard",
            text=t("Sut clywsoch chi am y cinio?", "How did you hear about the lunch?"),
            hint=t(
                "Os clywsoch chi mewn sawl ffordd, dewiswch y gyntaf.",
                "If you heard in several ways, choose the first.",
            ),
            options=(
                o("friend", "Gan ffrind neu gymydog", "From a friend or neighbour"),
                o("poster", "Ar boster", "On a poster"),
                o("surgery", "Yn y feddygfa", "At the surgery"),
                o("other", "Mewn ffordd arall", "In another way", "other"),
                o("dont_know", "Ddim yn cofio", "I do not remember", "dont_know"),
            ),
        ),
        cast(
            Question,
            YesNo(
                code="been",
                text=t("Fuoch chi mewn cinio eleni?", "Have you been to a lunch this year?"),
                pair="do",
                dont_know=True,
                prefer_not=True,
            ).settled(),
        ),
        Date(
            code="last_time",
            text=t("Pryd oeddech chi yno ddiwethaf?", "When were you last there?"),
            hint=t("Mae dyddiad bras yn ddigon.", "A rough date will do."),
            earliest="2020-01-01",
            latest="2035-12-31",
            show_when=BEEN,
        ),
        Number(
            code="times",
            text=t("Sawl gwaith fuoch chi yno eleni?", "How many times have you been this year?"),
            least=1,
            most=52,
            unit=t("gwaith", "times"),
            show_when=BEEN,
        ),
        ShortText(
            code="first_time",
            text=t("Disgrifiwch y tro hwnnw mewn gair", "Describe that one time in a word"),
            limit=40,
            show_when=Compared(question="times", number=1),
        ),
        LongText(
            code="more_often",
            text=t(
                "Beth fyddai’n eich helpu i ddod yn amlach?",
                "What would help you to come more often?",
            ),
            show_when=Compared(question="times", number=4, how="lt"),
        ),
        Dropdown(
            code="month",
            text=t(
                "Pa fis sydd orau gennych chi i gael cinio?",
                "Which month do you like best for a lunch?",
            ),
            alphabetical=False,
            options=(*(o(*month) for month in MONTHS), DONT_KNOW),
        ),
        PostcodeArea(
            code="area",
            text=t("Ym mha ardal rydych chi’n byw?", "In which area do you live?"),
            why=t(
                "Rydym am wybod o ble mae pobl yn dod, heb wybod ble mae neb yn byw.",
                "We want to know where people come from, without knowing where anybody lives.",
            ),
        ),
        Dropdown(
            code="county",
            text=t("Ym mha sir rydych chi’n byw?", "In which county do you live?"),
            options=(
                *(o(*county) for county in COUNTIES),
                o("other", "Rhywle arall", "Somewhere else", "other"),
            ),
            show_when=Answered(question="area", given=False),
        ),
    ),
)

LUNCH = Section(
    code="lunch",
    title=t("Y cinio ei hun", "The lunch itself"),
    introduction=t(
        "Mae rhai cwestiynau’n ymddangos ar y dudalen hon wrth i chi ateb.",
        "Some questions appear on this page as you answer.",
    ),
    questions=(
        Scale(
            code="welcomed",
            text=t("Faint o groeso gawsoch chi?", "How welcome did you feel?"),
            hint=t(
                "Enghreifftiau yw cyfeiriadau’r recordiad a’r ffilm: nid ydynt yn arwain i unman.",
                "The addresses of the recording and the film are examples: they lead nowhere.",
            ),
            audio=t("https://example.org/croeso.mp3", "https://example.org/welcome.mp3"),
            video=t("https://example.org/bsl-croeso", "https://example.org/bsl-welcome"),
            transcript=t(
                "Faint o groeso gawsoch chi? Dewiswch un o bum ateb, neu dywedwch nad ydych yn "
                "gwybod.",
                "How welcome did you feel? Choose one of five answers, or say that you do not know.",
            ),
            options=(
                o("p1", "Dim croeso o gwbl", "Not welcome at all", value=1),
                o("p2", "Ychydig o groeso", "A little welcome", value=2),
                o("p3", "Peth croeso", "Somewhat welcome", value=3),
                o("p4", "Croeso da", "Welcome", value=4),
                o("p5", "Croeso cynnes iawn", "Very welcome", value=5),
                DONT_KNOW,
            ),
        ),
        MultipleChoice(
            code="liked",
            text=t("Beth oedd yn dda am y cinio?", "What was good about the lunch?"),
            hint=t("Dewiswch hyd at dri.", "Choose up to three."),
            most=3,
            options=(
                o("food", "Y bwyd", "The food"),
                o("company", "Y cwmni", "The company"),
                o("music", "Y gerddoriaeth", "The music"),
                o("room", "Yr ystafell", "The room"),
                OTHER,
                o("none", "Dim byd", "Nothing", "exclusive"),
                DONT_KNOW,
            ),
        ),
        ShortText(
            code="dish",
            text=t("Pa bryd o fwyd oedd orau?", "Which dish was the best?"),
            limit=60,
            show_when=chose("liked", "food"),
        ),
        SingleChoice(
            code="wish",
            text=t("Pa fwyd hoffech chi ei gael?", "Which food would you like?"),
            options=(
                o("soup", "Cawl", "Soup"),
                o("curry", "Cyri", "Curry"),
                o("salad", "Salad", "Salad"),
                OTHER,
            ),
            show_when=chose("liked", "food", "dont_know", how="none"),
        ),
        Note(
            code="singing",
            text=t("Beth am ganu?", "How about singing?"),
            body=t(
                "Rydych chi’n hoffi’r cwmni a’r gerddoriaeth. Mae cinio canu ar y ffordd.",
                "You like both the company and the music. A singing lunch is on its way.",
            ),
            show_when=chose("liked", "company", "music", how="all"),
        ),
        LongText(
            code="wrong",
            text=t("Beth aeth o’i le?", "What went wrong?"),
            hint=t("Peidiwch ag enwi neb.", "Do not name anybody."),
            limit=600,
            show_when=AnyOf(
                of=(chose("liked", "none"), Compared(question="welcomed", number=2, how="le"))
            ),
        ),
    ),
)

KITCHEN = Section(
    code="kitchen",
    title=t("Y tu ôl i’r cinio", "Behind the lunch"),
    introduction=t(
        "Rydych chi’n gweld y dudalen hon am eich bod yn helpu, neu’n dod yn aml.",
        "You see this page because you help, or come often.",
    ),
    show_when=AnyOf(
        of=(InGroup(groups=("cook", "centre")), Compared(question="times", number=10, how="ge"))
    ),
    questions=(
        Number(
            code="hours",
            text=t(
                "Faint o oriau’r wythnos ydych chi’n eu rhoi i’r cinio?",
                "How many hours a week do you give to the lunch?",
            ),
            hint=t("0.5 yw hanner awr.", "Half an hour is 0.5."),
            least=0,
            most=60,
            whole=False,
            unit=t("awr", "hours"),
        ),
        Date(
            code="since",
            text=t("Ers pryd ydych chi’n rhoi o’ch amser?", "Since when have you given your time?"),
            precision="month",
            show_when=Compared(question="hours", number=0, how="ne"),
        ),
        LongText(
            code="share",
            text=t("Pwy allai rannu’r gwaith gyda chi?", "Who could share the work with you?"),
            hint=t("Disgrifiwch, heb enwi neb.", "Describe, and name nobody."),
            show_when=Compared(question="hours", number=20, how="gt"),
        ),
        Date(
            code="first_year",
            text=t(
                "Ym mha flwyddyn wnaethoch chi goginio i bobl eraill am y tro cyntaf?",
                "In which year did you first cook for other people?",
            ),
            precision="year",
            earliest="1930",
            latest="2035",
        ),
    ),
)

TOGETHER = Section(
    code="together",
    title=t("Gwneud pethau gyda’n gilydd", "Doing things together"),
    questions=(
        cast(
            Question,
            replace(
                Statements.fresh(),
                code="true_for_me",
                text=t("I ba raddau mae’r rhain yn wir i chi?", "How far are these true for you?"),
                statements=(
                    o("say", "Mae gen i lais", "I have a say"),
                    o("useful", "Mae fy sgiliau o ddefnydd", "My skills are of use"),
                    o("back", "Rwy’n cael rhywbeth yn ôl", "I get something back"),
                ),
            ),
        ),
        LongText(
            code="skills",
            text=t("Pa sgiliau hoffech chi eu rhannu?", "Which skills would you like to share?"),
            show_when=chose("true_for_me", "not_at_all", "a_little", part="useful"),
        ),
        cast(
            Question,
            replace(
                Ladder.fresh(),
                code="ladder",
                text=t(
                    "Ble mae’r cinio ar risiau cydgynhyrchu?",
                    "Where is the lunch on the ladder of co-production?",
                ),
                moments=cast(Ladder, Ladder.fresh()).moments[1:],
            ),
        ),
        LongText(
            code="more_say",
            text=t("Beth fyddai’n rhoi mwy o lais i chi?", "What would give you more of a say?"),
            show_when=All(
                of=(
                    Compared(question="true_for_me", part="say", number=3, how="le"),
                    Not(of=Compared(question="ladder", part="now", number=6, how="ge")),
                )
            ),
        ),
    ),
)

MATTERS = Section(
    code="matters",
    title=t("Beth sy’n bwysig", "What matters"),
    questions=(
        Ranking(
            code="matters",
            text=t("Beth sydd bwysicaf i chi?", "What matters most to you?"),
            hint=t("Dewiswch hyd at dri, yn eu trefn.", "Choose up to three, in order."),
            places=3,
            options=(
                o("taste", "Blas da", "Good taste"),
                o("price", "Pris teg", "A fair price"),
                o("access", "Lle hygyrch", "An accessible place"),
                o("people", "Cwrdd â phobl", "Meeting people"),
                o("time", "Amser cyfleus", "A good time of day"),
            ),
        ),
        ShortText(
            code="first_place",
            text=t(
                "Dywedwch yn fyr pam mae’r cyntaf yn bwysig",
                "Say in brief why the first one matters",
            ),
            show_when=Answered(question="matters"),
        ),
    ),
)

FINISH = Section(
    code="finish",
    title=t("I orffen", "To finish"),
    questions=(
        MultipleChoice(
            code="needs",
            text=t(
                "Beth sydd ei angen arnoch i gymryd rhan?",
                "What do you need to take part?",
            ),
            why=t(
                "Er mwyn i bawb allu dod. Dim ond cyfrif yr atebion hyn y byddwn ni.",
                "So that everyone can come. These answers are only counted.",
            ),
            standard=t(
                "Safonau Cymru Gyfan ar gyfer Cyfathrebu a Gwybodaeth Hygyrch, WHC/2025/038",
                "All-Wales Accessible Communication and Information Standards, WHC/2025/038",
            ),
            sensitive=True,
            options=(
                o("large_print", "Print bras", "Large print"),
                o(
                    "bsl",
                    "Dehonglydd Iaith Arwyddion Prydain",
                    "A British Sign Language interpreter",
                ),
                o("step_free", "Lle heb risiau", "A place without steps"),
                o("company", "Rhywun i ddod gyda mi", "Somebody to come with me"),
                OTHER,
                o("none", "Dim un o’r rhain", "None of these", "exclusive"),
                PREFER_NOT,
            ),
        ),
        SingleChoice(
            code="reach",
            text=t(
                "Sut hoffech chi glywed beth newidiodd?", "How would you like to hear what changed?"
            ),
            options=(
                o("email", "Drwy e-bost", "By e-mail"),
                o("telephone", "Dros y ffôn", "By telephone"),
                o("no", "Dim diolch", "No, thank you"),
            ),
        ),
        Contact(
            code="email",
            text=t("Ble allwn ni ysgrifennu atoch?", "Where can we write to you?"),
            ask_name=False,
            ask_telephone=False,
            show_when=chose("reach", "email"),
        ),
        Contact(
            code="telephone",
            text=t("Ble allwn ni eich ffonio?", "Where can we call you?"),
            ask_email=False,
            show_when=chose("reach", "telephone"),
        ),
    ),
)


def build() -> SurveyDocument:
    """The survey, in seven pages, of which one is not shown to everybody."""
    return SurveyDocument(
        title=t("Rhowch gynnig ar bob math o gwestiwn", "Try every kind of question"),
        introduction=t(
            "Arolwg i roi cynnig arno yw hwn. Mae’n sôn am ginio cymunedol dychmygol, ac yn "
            "defnyddio pob math o gwestiwn sydd ar gael.\n\n"
            "Atebwch fel y mynnwch. Bydd rhai cwestiynau’n ymddangos oherwydd eich atebion.",
            "This survey is for trying out. It is about an imaginary community lunch, and uses "
            "every kind of question that there is.\n\n"
            "Answer as you like. Some questions will appear because of your answers.",
        ),
        who_sees=t(
            "Dim ond y bobl sy’n rhoi cynnig ar yr arolwg hwn sy’n gweld eich atebion.",
            "Only the people who are trying this survey out see your answers.",
        ),
        privacy=t(
            "Pwy sy’n gyfrifol: y sefydliad sy’n cynnal yr arolwg hwn yw’r rheolydd data.\n\n"
            "Pam rydym yn gofyn: er mwyn rhoi cynnig ar y cwestiynau. Peidiwch ag ysgrifennu dim "
            "am bobl go iawn.\n\n"
            "Am ba hyd: rydym yn dileu’r atebion ar ôl y treial.\n\n"
            "Eich hawliau: gallwch ofyn am gael gweld, cywiro neu ddileu’r hyn sydd gennym amdanoch "
            "chi. Gallwch hefyd gwyno wrth Swyddfa’r Comisiynydd Gwybodaeth: ico.org.uk.",
            "Who is responsible: the organisation that runs this survey is the data controller.\n\n"
            "Why we ask: to try the questions out. Do not write anything about real people.\n\n"
            "How long: we delete the answers after the trial.\n\n"
            "Your rights: you can ask to see, correct or delete what we hold about you. You can "
            "also complain to the Information Commissioner’s Office: ico.org.uk.",
        ),
        contact=t(
            "Os oes angen help arnoch chi, neu’r arolwg ar ffurf arall, cysylltwch â’r tîm.",
            "If you need help, or the survey in another format, contact the team.",
        ),
        thanks=t(
            "Diolch am roi cynnig arni. Ni fydd dim arall yn digwydd i’r atebion hyn.",
            "Thank you for trying it out. Nothing more happens with these answers.",
        ),
        **TO_SEND,
        group_question="group",
        sections=(BEGIN, YOU, LUNCH, KITCHEN, TOGETHER, MATTERS, FINISH),
    )
