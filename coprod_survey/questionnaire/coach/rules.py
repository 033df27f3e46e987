"""The rules of the coach: what each says, why, and what can be done. The one place that lists them."""

from __future__ import annotations

from ..text import N_
from .advice import Rule

LONGEST_SENTENCE = 25
"""The most words of a sentence that is easy to take in."""
MOST_MINUTES = 10
"""The most minutes that most people give to a survey."""
MOST_OPEN = 5
"""The most questions that people should have to answer in sentences of their own."""
MOST_OPTIONS = 10
"""The most options that are read one by one; more stand better in a list that opens."""
SMALL_GROUP = 10
"""Fewer people than this are a small group: a few facts together name somebody."""
TELLING_TOGETHER = 3
"""So many facts about a person, taken together, may name them in a small group."""

RULES: dict[str, Rule] = {
    "double": Rule(
        advice=N_("This may ask about two things at once"),
        why=N_(
            "Somebody who would answer each differently cannot answer, and you cannot tell which they meant."
        ),
        mend=N_("Ask about one thing, or make two questions of it"),
    ),
    "leading": Rule(
        advice=N_("These words may lead people to one answer"),
        why=N_(
            "People tend to agree with what a question seems to expect, above all with those who give them care."
        ),
        mend=N_("Ask so that every answer sounds equally welcome"),
    ),
    "double_negative": Rule(
        advice=N_("Two negatives stand in one sentence"),
        why=N_(
            "People lose track of what yes and no would mean, and answer the opposite of what they think."
        ),
        mend=N_("Say it without “not”, or with only one negative"),
    ),
    "negative_statement": Rule(
        advice=N_("A statement with a negative, on a scale that begins with “no” or “not”"),
        why=N_(
            "To say that something was good, people must deny a denial. Many then choose the wrong end."
        ),
        mend=N_("Turn the statement round, so that more of it means a higher answer"),
    ),
    "agree": Rule(
        advice=N_("A scale of agreement: a scale about the thing itself tells more"),
        why=N_(
            "Many people agree out of politeness, whatever is said. Asked how easy or how often, they think of the thing."
        ),
        mend=N_("Ask “how much”, “how easy” or “how often”, and let the answers say so"),
    ),
    "unbalanced": Rule(
        advice=N_(
            "The scale has more answers on one side than on the other: good %(good)s, bad %(bad)s"
        ),
        why=N_("The side with more answers gets more of them, so the result is made by the scale."),
        mend=N_("Give both sides the same number of answers"),
    ),
    "unlabelled": Rule(
        advice=N_("Points of the scale have no words: %(number)s"),
        why=N_(
            "Everybody gives bare numbers a meaning of their own, and a screen reader can only read out a number."
        ),
        mend=N_("Write in words what each point means"),
    ),
    "no_prefer_not": Rule(
        advice=N_("Nobody can choose “prefer not to say”"),
        why=N_("Who does not want to tell must leave the question empty, or give a wrong answer."),
        mend=N_("Add the answer “prefer not to say”"),
        press=N_("Add “prefer not to say”"),
    ),
    "must_tell": Rule(
        advice=N_("A personal question needs an answer"),
        why=N_("Nobody should have to tell this to be heard on everything else."),
        mend=N_("Let people leave the question empty"),
        press=N_("Let people leave it empty"),
    ),
    "must_write": Rule(
        advice=N_("People must write something here before they can go on"),
        why=N_(
            "Writing is hard for many people. Who has nothing to say stops here, or writes a full stop."
        ),
        mend=N_("Let people leave the question empty"),
        press=N_("Let people leave it empty"),
    ),
    "too_early": Rule(
        advice=N_("A personal question stands early in the survey"),
        why=N_(
            "People answer personal questions when they trust you. Asked at the start, some leave."
        ),
        mend=N_("Ask it at the end"),
        press=N_("Move it to the end"),
    ),
    "not_marked": Rule(
        advice=N_("The question is personal, but its answers would stand in a row of the workbook"),
        why=N_("Beside a few other answers in the same row, it can show who somebody is."),
        mend=N_("Mark the question as sensitive: its answers are then only counted"),
        press=N_("Only count the answers"),
    ),
    "identifies": Rule(
        advice=N_("The answer may say who the person is"),
        why=N_(
            "People speak openly when nobody can know that it was them. One such answer ends that for all of theirs."
        ),
        mend=N_(
            "Leave it out, ask for something wider, or use the question for contact details, which keeps them apart"
        ),
    ),
    "together": Rule(
        advice=N_(
            "Together, the answers may show who somebody is. Questions about the person: %(questions)s; the smallest group, in people: %(people)s"
        ),
        why=N_(
            "In a small group a few facts name somebody, even where each fact alone is harmless."
        ),
        mend=N_("Ask only for what you will use, and join small groups into larger ones"),
    ),
    "names": Rule(
        advice=N_("Nothing asks people to name nobody"),
        why=N_(
            "People write the names of staff and neighbours in an open box, and these must then be found and taken out."
        ),
        mend=N_("Ask in the help below the question that people name nobody"),
        press=N_("Ask that people name nobody"),
    ),
    "harmonised": Rule(
        advice=N_("There is a ready-made question on this that others use too"),
        why=N_(
            "With the same words and answers you can compare with the census, and both languages are checked."
        ),
        mend=N_("Use the ready-made question, and delete this one"),
        library="equality",
    ),
    "long_sentence": Rule(
        advice=N_("A long sentence, in words: %(words)s"),
        why=N_(
            "People who read slowly, or hear it read out, lose the beginning before they reach the end."
        ),
        mend=N_("Make two sentences of it, or leave something out"),
    ),
    "hard_word": Rule(
        advice=N_("A hard word"),
        why=N_("A plain word is understood by more people, and nobody minds one."),
        mend=N_("Write it more plainly"),
    ),
    "many_options": Rule(
        advice=N_("A long list of answers to read through: %(number)s"),
        why=N_(
            "On a small screen people choose from what they see first, and a screen reader reads out everything."
        ),
        mend=N_("Use fewer answers, or a list that opens"),
        press=N_("Turn it into a list that opens"),
    ),
    "no_none": Rule(
        advice=N_("Somebody for whom none of the answers is true cannot say so"),
        why=N_("Their empty answer looks as if they had passed over the question."),
        mend=N_("Add the answer “none of these”"),
        press=N_("Add “none of these”"),
    ),
    "no_goal": Rule(
        advice=N_("This question serves no goal of the project"),
        why=N_("A question whose answer changes nothing takes the time of everyone who answers."),
        mend=N_("Say which goal it serves, or leave it out"),
    ),
    "no_goals": Rule(
        advice=N_("No question says yet which goal of the project it serves"),
        why=N_("With goals beside the questions, you see what is asked twice and what is missing."),
        mend=N_("Say for each question which goal it serves"),
    ),
    "too_long": Rule(
        advice=N_("The survey takes long. Estimated minutes: %(minutes)s"),
        why=N_("After about ten minutes people hurry, or stop."),
        mend=N_("Leave out what you will not use, or ask it another time"),
    ),
    "many_open": Rule(
        advice=N_("Many questions ask for writing: %(number)s"),
        why=N_("Writing tires, above all on a telephone, and somebody has to read it all."),
        mend=N_(
            "Keep those whose answers you cannot foresee, and offer answers to choose for the others"
        ),
    ),
}
"""By their codes, which advice, tests and documentation use."""
