"""The words that every start and every ready-made survey is sent with, until somebody writes others.

How long it takes, the last day and the link are not in them: they are added where the words are
taken from, so that they are true on the day.
"""

from __future__ import annotations

from ..text import Text

INVITATION_SUBJECT = Text.both(
    "Wnewch chi ddweud eich barn wrthym?", "Will you tell us what you think?"
)

INVITATION = Text.both(
    "Helo,\n\n"
    "Rydych yn rhan o’r gwaith hwn, neu mae’n bwysig i chi. Rydym yn gofyn ychydig o gwestiynau i "
    "chi er mwyn i ni ddysgu gyda’n gilydd a gwneud pethau’n well.\n\n"
    "Chi sydd i ddewis a ydych am gymryd rhan. Gallwch ateb yn Gymraeg neu yn Saesneg. Dim ond tîm y "
    "prosiect sy’n gweld eich atebion, ac nid oes neb yn cael ei enwi yn yr hyn rydym yn ei rannu."
    "\n\n"
    "Diolch am eich amser.",
    "Hello,\n\n"
    "You are part of this work, or it matters to you. We are asking you a few questions so that we "
    "can learn together and do things better.\n\n"
    "It is for you to choose whether to take part. You can answer in Welsh or in English. Only the "
    "project team sees your answers, and nobody is named in what we share.\n\n"
    "Thank you for your time.",
)

REMINDER_SUBJECT = Text.both(
    "Nodyn i’ch atgoffa: mae amser o hyd i ateb", "A reminder: there is still time to answer"
)

REMINDER = Text.both(
    "Helo,\n\n"
    "Yn ddiweddar, gwnaethom ofyn ychydig o gwestiynau i chi am y gwaith hwn. Os ydych wedi ateb yn "
    "barod, diolch: nid oes dim byd arall i’w wneud.\n\n"
    "Os nad ydych wedi ateb eto, mae amser o hyd, a hoffem glywed gennych. Dim ond tîm y prosiect "
    "sy’n gweld eich atebion, ac nid oes neb yn cael ei enwi yn yr hyn rydym yn ei rannu.\n\n"
    "Diolch.",
    "Hello,\n\n"
    "Not long ago we asked you a few questions about this work. If you have answered already, thank "
    "you: there is nothing more to do.\n\n"
    "If you have not answered yet, there is still time, and we would like to hear from you. Only the "
    "project team sees your answers, and nobody is named in what we share.\n\n"
    "Thank you.",
)

TO_SEND = {
    "invitation_subject": INVITATION_SUBJECT,
    "invitation": INVITATION,
    "reminder_subject": REMINDER_SUBJECT,
    "reminder": REMINDER,
}
"""These words by the names of their fields in a survey."""
