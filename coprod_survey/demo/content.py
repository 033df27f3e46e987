"""What the demonstration says: an organisation, a project, its people and the names of its groups."""

from __future__ import annotations

import msgspec

from ..accounts.policy import Role
from ..questionnaire.text import Text

SHORT_CODE = "DRCH26"
"""The code of the demonstration's link."""

PASSWORD = "croeso-demo-2026"
"""The password of everybody in the demonstration. It is no secret."""


class Person(msgspec.Struct, frozen=True):
    """Somebody who can sign in: a name, an address that leads nowhere, and a role in the project.

    Without a role, the person is the platform's administrator.
    """

    name: str
    email: str
    language: str
    role: Role | None = None


PEOPLE = (
    Person("Anwen Rees", "facilitator@demo.example", "cy", Role.FACILITATOR),
    Person("Gareth Morgan", "manager@demo.example", "en", Role.MANAGER),
    Person("Sioned Pugh", "administrator@demo.example", "cy"),
    Person("Llŷr Williams", "translator@demo.example", "cy", Role.TRANSLATOR),
    Person("Joy Okafor", "partner@demo.example", "en", Role.COMMUNITY_PARTNER),
    Person("Mair Hughes", "helper@demo.example", "cy", Role.DATA_HELPER),
)

ORGANISATION = {
    "name": Text.both("Bwrdd Iechyd Dyffryn Enghraifft", "Example Valley Health Board"),
    "controller": Text.both("Bwrdd Iechyd Dyffryn Enghraifft", "Example Valley Health Board"),
    "contact": Text.both(
        "I gael help, neu i ateb mewn ffordd arall (ar bapur, mewn print bras, dros y ffôn neu yn "
        "Iaith Arwyddion Prydain), cysylltwch â thîm y prosiect.\n\n"
        "Ffôn: 029 2018 0142\nE-bost: drws@demo.example\n\n"
        "Nid ydym yn darllen yr atebion bob dydd. Os oes angen help arnoch gyda’ch iechyd nawr, "
        "ffoniwch 111. Mewn argyfwng, ffoniwch 999.",
        "For help, or to answer in another way (on paper, in large print, by telephone or in "
        "British Sign Language), contact the project team.\n\n"
        "Telephone: 029 2018 0142\nE-mail: drws@demo.example\n\n"
        "We do not read the answers every day. If you need help with your health now, call 111. "
        "In an emergency, call 999.",
    ),
}
CONTACT_EMAIL = "drws@demo.example"
CONTACT_TELEPHONE = "029 2018 0142"  # from the numbers that are set aside for fiction
PRIVACY_EMAIL = "preifatrwydd@demo.example"

PROJECT_NAME = Text.both(
    "Drws agored: croeso newydd yn y clinig iechyd meddwl",
    "Open door: a new welcome at the mental health clinic",
)
PROJECT_PURPOSE = Text.both(
    "Dywedodd pobl wrthym ei bod yn anodd mynd drwy ddrws y clinig iechyd meddwl cymunedol: "
    "aros yn hir ar y ffôn, ystafell aros oer, a gorfod adrodd yr un stori dro ar ôl tro. Mae pobl sy’n "
    "defnyddio’r clinig, gofalwyr, staff a grwpiau cymunedol yn ailgynllunio’r cam cyntaf gyda’i "
    "gilydd.",
    "People told us that it was hard to get through the door of the community mental health clinic: "
    "a long wait on the telephone, a cold waiting room, and the same story to tell again and again. "
    "People who use the clinic, carers, staff and community groups are redesigning the first step "
    "together.",
)

GOALS = (
    Text.both(
        "Gall pobl gysylltu â’r clinig yn y ffordd, ac yn yr iaith, sydd orau ganddyn nhw.",
        "People can reach the clinic in the way, and in the language, that they prefer.",
    ),
    Text.both(
        "Does neb yn gorfod adrodd ei stori ddwywaith.",
        "Nobody has to tell their story twice.",
    ),
    Text.both(
        "Mae gan y bobl sy’n defnyddio’r clinig lais cyfartal wrth gynllunio’r croeso.",
        "People who use the clinic have an equal say in planning the welcome.",
    ),
    Text.both(
        "Rydym yn dysgu sut i gydweithio’n well, ac yn rhannu’r hyn a ddysgwn.",
        "We learn how to work together better, and share what we learn.",
    ),
)


class Group(msgspec.Struct, frozen=True):
    """A stakeholder group, and how many people it hopes to hear from."""

    code: str
    name: Text
    side: str
    hoped_for: int


GROUPS = (
    Group(
        "service_users",
        Text.both("Pobl sy’n defnyddio’r clinig", "People who use the clinic"),
        "receives",
        60,
    ),
    Group(
        "carers", Text.both("Teulu a gofalwyr di-dâl", "Family and unpaid carers"), "receives", 25
    ),
    Group(
        "community_groups",
        Text.both("Grwpiau cymunedol ac elusennau", "Community groups and charities"),
        "gives",
        15,
    ),
    Group("staff", Text.both("Staff y clinig", "Clinic staff"), "gives", 45),
    Group("leaders", Text.both("Rheolwyr a chyllidwyr", "Managers and funders"), "gives", 10),
)
"""The groups whose codes the group question of the evaluation offers."""

DRAFT_TITLE = Text.both("Gweithdy’r ystafell aros", "The waiting room workshop")
"""What the survey is called that is still being written."""
