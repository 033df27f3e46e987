"""Entries: what is in the library, and what each survey or set is for, for whom and when."""

from __future__ import annotations

from typing import Literal

import msgspec

from ..text import N_, Text

Moment = Literal["before", "during", "after", "always"]

MOMENTS: dict[Moment, str] = {
    "before": N_("Before the work begins"),
    "during": N_("While you work together"),
    "after": N_("Afterwards"),
    "always": N_("At any time"),
}
"""When a survey is of use, in the order of time."""


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """What a facilitator wants to know of a ready-made survey or set before choosing it.

    `label` says in a few words of what kind it is; its title is what people who answer read.
    `mirrors` names the survey that asks the same from the other chair, under the same codes.
    `whole` says whether a survey can be started from it: it cannot from a set of questions.
    """

    name: str
    label: Text
    moment: Moment
    purpose: Text
    whom: Text
    when: Text
    mirrors: str = ""
    whole: bool = True


EVERYONE = Text.both("Pawb sy’n cymryd rhan", "Everyone who takes part")
COMMUNITY = Text.both(
    "Aelodau’r gymuned sy’n cymryd rhan", "Members of the community who take part"
)

ENTRIES: tuple[Entry, ...] = (
    Entry(
        name="start-line",
        label=Text.both("Man cychwyn", "Starting point"),
        moment="before",
        purpose=Text.both(
            "Gwybod beth mae pobl yn ei obeithio, beth sy’n eu poeni, a beth sydd ei angen arnyn "
            "nhw i gymryd rhan. Mae hefyd yn gofnod o’r hyder a’r ymddiriedaeth sydd ganddyn nhw "
            "ar y dechrau.",
            "Know what people hope for, what worries them, and what they need in order to take "
            "part. It also records how much confidence and trust they start with.",
        ),
        whom=EVERYONE,
        when=Text.both(
            "Cyn y cyfarfod cyntaf, neu ynddo. Gofynnwch yr un cwestiynau am hyder ac "
            "ymddiriedaeth eto ar y diwedd, gyda “Beth newidiodd?”.",
            "Before the first meeting, or at it. Ask the same questions about confidence and trust "
            "again at the end, with “What changed?”.",
        ),
    ),
    Entry(
        name="are-we-ready",
        label=Text.both("Hunanasesiad tîm", "Team self-check"),
        moment="before",
        purpose=Text.both(
            "Edrych yn onest, fel tîm, i weld pa mor barod ydych chi i gydgynhyrchu. Mae’n dilyn pum "
            "egwyddor Rhwydwaith Cydgynhyrchu Cymru, yn ein geiriau ni.",
            "Look honestly, as a team, at how ready you are to co-produce. It follows the five "
            "principles of the Co-production Network for Wales, in our own words.",
        ),
        whom=Text.both(
            "Y tîm neu’r sefydliad sy’n gwahodd pobl i gymryd rhan",
            "The team or organisation that invites people to take part",
        ),
        when=Text.both(
            "Cyn dechrau, ac unwaith y flwyddyn wedyn. Atebwch ar wahân, yna trafodwch yr atebion "
            "fel grŵp.",
            "Before you begin, and once a year after that. Answer separately, then discuss the "
            "answers as a group.",
        ),
    ),
    Entry(
        name="after-one-session",
        label=Text.both("Ar ôl un sesiwn", "After one session"),
        moment="during",
        purpose=Text.both(
            "Clywed yn gyflym sut aeth un sesiwn, er mwyn gwneud yr un nesaf yn well.",
            "Hear quickly how one session went, so that the next one is better.",
        ),
        whom=Text.both("Pawb a oedd yn y sesiwn", "Everyone who was at the session"),
        when=Text.both(
            "Ar ddiwedd y sesiwn, neu drannoeth. Dywedwch beth glywsoch chi ar ddechrau’r sesiwn "
            "nesaf.",
            "At the end of the session, or the next day. Say what you heard when the next session "
            "begins.",
        ),
    ),
    Entry(
        name="easy-read",
        label=Text.both("Hawdd ei Ddeall", "Easy Read"),
        moment="during",
        purpose=Text.both(
            "Gofyn sut aeth hi mewn geiriau byr, gyda lluniau a thri dewis. Gellir rhoi’r "
            "atebion ochr yn ochr ag atebion “Sut oedd y sesiwn?”: y cyntaf, y canol a’r olaf o’i bum "
            "ateb yw’r tri dewis.",
            "Ask how it went in short words, with pictures and three choices. The answers can stand "
            "beside those of “How was the session?”: they are the first, middle and last of its five "
            "steps.",
        ),
        whom=Text.both(
            "Pobl ag anabledd dysgu, ac unrhyw un sy’n dewis geiriau byr",
            "People with a learning disability, and anyone who likes short words",
        ),
        when=Text.both(
            "Ar ddiwedd sesiwn neu ddarn o waith. Rhowch gynnig arno gyda darllenwyr yn gyntaf.",
            "At the end of a session or a piece of work. Try it out with readers first.",
        ),
    ),
    Entry(
        name="pulse",
        label=Text.both("Cipolwg misol", "Monthly pulse"),
        moment="during",
        purpose=Text.both(
            "Gweld beth sy’n newid o fis i fis, gyda thri chwestiwn byr ac un blwch agored.",
            "See what changes from month to month, with three short questions and one open box.",
        ),
        whom=EVERYONE,
        when=Text.both(
            "Bob mis. Cadwch y cwestiwn cyntaf, a rhowch gwestiynau o “Sut brofiad yw cymryd rhan?” "
            "yn lle’r ddau arall os hoffech.",
            "Every month. Keep the first question, and swap the other two for questions from "
            "“What is taking part like?” if you like.",
        ),
    ),
    Entry(
        name="taking-part",
        label=Text.both("Grŵp parhaus", "Ongoing group"),
        moment="during",
        purpose=Text.both(
            "Gwybod sut brofiad yw bod yn rhan o grŵp dros amser: diben, llais, grym, parch, "
            "costau, a’r hyn y mae pobl yn ei gael yn ôl.",
            "Know what it is like to be part of a group over time: purpose, voice, power, respect, "
            "costs, and what people get back.",
        ),
        whom=COMMUNITY,
        when=Text.both(
            "Ar ôl tri chyfarfod neu fwy, ac eto bob chwe mis. Anfonwch “O’r gadair arall” at y "
            "staff yr un pryd.",
            "After three meetings or more, and again every six months. Send “From the other chair” to "
            "staff at the same time.",
        ),
        mirrors="other-chair",
    ),
    Entry(
        name="other-chair",
        label=Text.both("Staff a phartneriaid", "Staff and partners"),
        moment="during",
        purpose=Text.both(
            "Gweld a yw staff yn gweld pethau fel y mae’r gymuned yn eu gweld. Mae’n gofyn yr un "
            "pethau â “Sut brofiad yw cymryd rhan?” o’r gadair arall, ac a oes gan staff ganiatâd, amser a gallu i "
            "weithredu.",
            "See whether staff see things as the community sees them. It asks the same as “What is "
            "taking part like?” from the other chair, and whether staff have permission, time and the ability "
            "to act.",
        ),
        whom=Text.both("Staff a phartneriaid", "Staff and partners"),
        when=Text.both(
            "Yr un pryd â “Sut brofiad yw cymryd rhan?”. Edrychwch ar y gwahaniaethau gyda’ch gilydd.",
            "At the same time as “What is taking part like?”. Look at the differences together.",
        ),
        mirrors="taking-part",
    ),
    Entry(
        name="evaluation",
        label=Text.both("Gwerthusiad llawn", "Full evaluation"),
        moment="after",
        purpose=Text.both(
            "Gwerthuso darn cyfan o waith: sut brofiad oedd cymryd rhan, pwy oedd â llais, beth "
            "newidiodd, a beth i’w wneud yn wahanol.",
            "Evaluate a whole piece of work: what taking part was like, who had a say, what "
            "changed, and what to do differently.",
        ),
        whom=EVERYONE,
        when=Text.both(
            "Pan fydd darn o waith yn dod i ben, tra bydd pobl yn ei gofio’n dda.",
            "When a piece of work comes to an end, while people remember it well.",
        ),
    ),
    Entry(
        name="what-changed",
        label=Text.both("Rai misoedd wedyn", "Some months on"),
        moment="after",
        purpose=Text.both(
            "Gwybod beth newidiodd i bobl, i’r gwasanaeth ac i’r gymuned, a gafodd addewidion eu "
            "cadw, a beth ddigwyddodd nad oedd neb yn ei ddisgwyl.",
            "Know what changed for people, for the service and for the community, whether promises "
            "were kept, and what happened that nobody expected.",
        ),
        whom=EVERYONE,
        when=Text.both(
            "Rhwng tri a chwe mis ar ôl i’r gwaith ddod i ben.",
            "Between three and six months after the work has ended.",
        ),
    ),
    Entry(
        name="did-you-hear-back",
        label=Text.both("Cau’r cylch", "Closing the loop"),
        moment="after",
        purpose=Text.both(
            "Gwirio a yw pawb wedi clywed beth ddaeth o’u hatebion, ac a oedd yn gwneud synnwyr.",
            "Check whether everyone has heard what came of their answers, and whether it made "
            "sense.",
        ),
        whom=Text.both(
            "Pawb a gafodd wahoddiad i ateb arolwg cynharach",
            "Everyone who was invited to answer an earlier survey",
        ),
        when=Text.both(
            "Rhwng mis a thri mis ar ôl i chi gyhoeddi’r hyn a ddysgoch.",
            "Between one and three months after you have published what you learned.",
        ),
    ),
    Entry(
        name="ladder-check",
        label=Text.both("Grisiau cydgynhyrchu", "Ladder of co-production"),
        moment="always",
        purpose=Text.both(
            "Gweld ble mae pobl yn meddwl bod y gwaith ar risiau cydgynhyrchu: cynt, nawr, a ble y "
            "dylai fod. Nid prawf yw hwn.",
            "See where people think the work stands on the ladder of co-production: before, now, "
            "and where it should be. It is not a test.",
        ),
        whom=EVERYONE,
        when=Text.both(
            "Ar bob cam o’r gwaith. Trafodwch y gwahaniaethau rhwng grwpiau.",
            "At each stage of the work. Discuss the differences between groups.",
        ),
    ),
    Entry(
        name="whose-voice",
        label=Text.both("Cydraddoldeb a fformatau", "Equality and formats"),
        moment="always",
        purpose=Text.both(
            "Gwybod pwy sydd yma, pwy sydd ar goll, a pha ieithoedd a fformatau sydd eu hangen. "
            "Mae’n arolwg ar ei ben ei hun, fel nad yw’r atebion hyn byth yn ymddangos wrth "
            "ymyl atebion eraill.",
            "Know who is here, who is missing, and which languages and formats are needed. It is a "
            "survey of its own, so that these answers never stand beside other answers.",
        ),
        whom=Text.both(
            "Pawb sydd wedi cael gwahoddiad i gymryd rhan",
            "Everyone who has been invited to take part",
        ),
        when=Text.both(
            "Ar ddechrau’r gwaith, ac eto pan fydd pobl newydd yn ymuno. Mae pob ateb yn ddewisol.",
            "At the start of the work, and again when new people join. Every answer is optional.",
        ),
    ),
    Entry(
        name="equality",
        label=Text.both("Set o gwestiynau", "Set of questions"),
        moment="always",
        purpose=Text.both(
            "Cwestiynau am gydraddoldeb i’w hychwanegu at arolwg arall, y gellir eu cymharu â’r "
            "cyfrifiad.",
            "Equality questions to add to another survey, which can be compared with the census.",
        ),
        whom=EVERYONE,
        when=Text.both(
            "Ar ddiwedd arolwg, a dim ond lle byddwch yn defnyddio’r atebion.",
            "At the end of a survey, and only where you will use the answers.",
        ),
        whole=False,
    ),
    Entry(
        name="every-kind",
        label=Text.both("I roi cynnig arno", "For trying out"),
        moment="always",
        purpose=Text.both(
            "Rhoi cynnig ar bob math o gwestiwn, pob gosodiad a phob rheol. Mae’r hyn mae’n ei "
            "ofyn yn ddychmygol.",
            "Try every kind of question, every setting and every rule. What it asks is made up.",
        ),
        whom=Text.both("Pobl sy’n dylunio arolygon", "People who design surveys"),
        when=Text.both(
            "Pan fyddwch am weld beth sy’n bosibl.", "When you want to see what is possible."
        ),
    ),
)
"""Everything in the library, in the order in which it is offered."""
