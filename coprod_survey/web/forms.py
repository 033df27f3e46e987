"""Forms for staff pages: WTForms fields that draw themselves with our component macros.

A field's errors and labels are sentences of ours, in the language of the page. Use these validators
instead of WTForms' own, whose words are not in our catalogue.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any, cast

from email_validator import EmailNotValidError, validate_email
from flask import current_app
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from markupsafe import Markup
from wtforms import Field, SelectFieldBase, ValidationError
from wtforms import fields as wtf
from wtforms.fields.choices import SelectChoice

from .. import dates
from ..questionnaire.answers import plain_text
from ..questionnaire.problem import Problem
from ..questionnaire.text import Language, Text
from .language import current
from .words import say

LONGEST = 10_000
"""The most characters that any text field takes, unless it says otherwise."""


class Form(FlaskForm):
    """The base of every form. The CSRF token is checked before any view runs, not here."""

    class Meta:
        csrf = False

    def texts(self, name: str, old: Text | None = None) -> Text:
        """The `Text` that a pair of fields `<name>_cy`, `<name>_en` holds, written over an old one."""
        return (old or Text()).write(
            cy=self[f"{name}_cy"].data or "", en=self[f"{name}_en"].data or ""
        )

    def refuse(self, problem: Problem) -> None:
        """Show a problem that an action found: at its field, or above the form."""
        field = self._fields.get(problem.field)
        if field is None:
            self.form_errors.append(say(problem))
        else:
            field.errors = [*field.errors, say(problem)]


def choices(pairs: Iterable[tuple[str, Any]]) -> list[SelectChoice]:
    """Pairs of value and label as the choices of a field."""
    return [SelectChoice(value, label) for value, label in pairs]


def component(name: str) -> Callable[..., Markup]:
    """The macro called `name` in ``templates/components/<name>.html``."""
    template = current_app.jinja_env.get_template(f"components/{name}.html")
    return cast(Callable[..., Markup], getattr(template.module, name))


class _Drawn:
    """A WTForms widget that calls one of our macros."""

    def __init__(self, name: str, **fixed: Any) -> None:
        self.name, self.fixed = name, fixed

    def __call__(self, field: Field, **options: Any) -> Markup:
        options = {**self.fixed, **(field.render_kw or {}), **options}
        options.pop("required", None)  # our own words say what is missing, not the browser's
        error = field.errors[0] if field.errors else ""
        return component(self.name)(
            field.name,
            hint=field.description,
            error=error,
            id=field.id,
            **self.options(field, options),
        )

    def options(self, field: Field, options: dict[str, Any]) -> dict[str, Any]:
        """What the macro needs besides name, hint, error and id."""
        return {"label": field.label.text, "value": field._value(), **options}


class _DrawnChoices(_Drawn):
    """A widget for radios and checkboxes."""

    def options(self, field: Field, options: dict[str, Any]) -> dict[str, Any]:
        """The legend, and one item per choice."""
        hints = options.pop("hints", {})
        items = [
            {"value": value, "text": label, "checked": checked, "hint": hints.get(value, "")}
            for value, label, checked, *_rest in field.iter_choices()
        ]
        return {"items": items, "legend": field.label.text, **options}


class _DrawnSelect(_Drawn):
    """A widget for a list to pick from."""

    def options(self, field: Field, options: dict[str, Any]) -> dict[str, Any]:
        """The label, and one item per choice."""
        items = [
            {"value": value, "text": label, "selected": bool(chosen)}
            for value, label, chosen, *_rest in cast(SelectFieldBase, field).iter_choices()
        ]
        return {"items": items, "label": field.label.text, **options}


class _DrawnUpload(_Drawn):
    """A widget for a file: it never has a value to show."""

    def options(self, field: Field, options: dict[str, Any]) -> dict[str, Any]:
        """Only the label."""
        return {"label": field.label.text, **options}


class _KnownChoices:
    """Refuses, in our words, what is not among the choices; nothing chosen is left to `Needed`."""

    def pre_validate(self, form: Form) -> None:
        """Check what was sent."""
        field = cast(SelectFieldBase, self)
        sent = field.data if isinstance(field.data, list) else [field.data] if field.data else []
        known = {value for value, *_rest in field.iter_choices()}
        if not set(sent) <= known:
            raise ValidationError(_("Choose from the list"))


class TextField(wtf.StringField):
    """One line of text, without control characters and outer space."""

    widget = _Drawn("input")

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Tidy what was typed."""
        self.data = " ".join(plain_text(valuelist[0]).split()) if valuelist else ""


class ParagraphField(wtf.TextAreaField):
    """Several lines of text."""

    widget = _Drawn("textarea", rows=4)

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Tidy what was typed."""
        self.data = plain_text(valuelist[0]) if valuelist else ""


class EmailField(TextField):
    """An e-mail address, kept in small letters."""

    widget = _Drawn("input", type="email", autocomplete="email", spellcheck=False)

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Tidy what was typed."""
        super().process_formdata(valuelist)
        self.data = (self.data or "").lower()


class PasswordField(wtf.PasswordField):
    """A password: kept as typed, and never shown again."""

    widget = _Drawn("input", type="password", autocomplete="current-password", spellcheck=False)

    def _value(self) -> str:
        return ""


class WholeNumberField(wtf.Field):
    """A whole number, or None when nothing is written."""

    widget = _Drawn("input", inputmode="numeric", classes="govuk-input--width-5")

    def _value(self) -> str:
        return self.raw_data[0] if self.raw_data else "" if self.data is None else str(self.data)

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Read the figures that were typed."""
        typed = valuelist[0].strip().replace(" ", "") if valuelist else ""
        self.data = None
        if typed:
            if not typed.lstrip("-").isdecimal() or len(typed) > 9:
                raise ValueError(_("Write a whole number in figures, such as 12"))
            self.data = int(typed)


class DayField(wtf.Field):
    """A date typed as day/month/year, or None when nothing is written."""

    widget = _Drawn("input", classes="govuk-input--width-10", inputmode="text", autocomplete="off")

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return f"{self.data:%d/%m/%Y}" if self.data else ""

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Read a date such as 27/3/2026."""
        typed = valuelist[0].strip() if valuelist else ""
        self.data: date | None = None
        if typed:
            try:
                self.data = dates.read_day(typed)
            except ValueError as error:
                raise ValueError(
                    _("%(field)s: write a date like this: 27/03/2026", field=self.label.text)
                ) from error


class MonthField(wtf.Field):
    """A month with its year, as its first day, or None when nothing is written."""

    widget = _Drawn("input", classes="govuk-input--width-10", autocomplete="off")

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return dates.month_in_words(self.data, current()) if self.data else ""

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Read a month such as 3/2027 or March 2027."""
        typed = valuelist[0].strip() if valuelist else ""
        self.data: date | None = None
        if typed:
            try:
                self.data = dates.read_month(typed)
            except ValueError as error:
                raise ValueError(_("Write a month and a year like this: 3/2027")) from error


class RadioField(_KnownChoices, wtf.RadioField):
    """One of a few choices, as radio buttons."""

    widget = _DrawnChoices("radios")


class CheckboxesField(_KnownChoices, wtf.SelectMultipleField):
    """Any of a few choices, as check boxes."""

    widget = _DrawnChoices("checkboxes")


class SelectField(_KnownChoices, wtf.SelectField):
    """One of many choices, as a list."""

    widget = _DrawnSelect("select")


class TickField(wtf.BooleanField):
    """A single check box."""

    def widget(self, field: Field, **options: Any) -> Markup:
        """One check box with its label."""
        error = field.errors[0] if field.errors else ""
        item = {
            "value": "y",
            "text": field.label.text,
            "checked": bool(field.data),
            "hint": field.description,
        }
        return component("checkboxes")(field.name, [item], id=field.id, error=error, **options)


class UploadField(wtf.FileField):
    """A file from the person's device."""

    widget = _DrawnUpload("file_upload")


def pair(
    kind: type[Field],
    name: str,
    label: Any,
    *,
    validators: Sequence[Any] = (),
    description: Any = "",
    **options: Any,
) -> Callable[[type], type]:
    """A class decorator that gives a form the fields `<name>_cy` and `<name>_en`, Welsh first.

    Their labels say the language; in templates they are drawn side by side with
    ``{{ both(form, "name") }}`` from ``components/both.html``.
    """

    def add(form: type) -> type:
        for lang, words in (
            ("cy", _l("%(label)s: in Welsh", label=label)),
            ("en", _l("%(label)s: in English", label=label)),
        ):
            attributes = {"lang": lang, **options.get("attributes", {})}
            render = {**options, "attributes": attributes}
            field = kind(
                words, validators=list(validators), description=description, render_kw=render
            )
            setattr(form, f"{name}_{lang}", field)
        return form

    return add


# ---- validators ---------------------------------------------------------


class Needed:
    """Something must be written or chosen; `message` says what, as a whole sentence."""

    def __init__(self, message: Any) -> None:
        self.message = message

    def __call__(self, form: Form, field: Field) -> None:
        if field.data is None or (isinstance(field.data, str | list) and not field.data):
            raise ValidationError(str(self.message))


class AtMost:
    """No more than `limit` characters."""

    def __init__(self, limit: int = LONGEST) -> None:
        self.limit = limit

    def __call__(self, form: Form, field: Field) -> None:
        if len(field.data or "") > self.limit:
            raise ValidationError(
                _("Shorten this to %(limit)s characters or fewer", limit=self.limit)
            )


class Between:
    """A number within limits; nothing written is fine."""

    def __init__(self, least: int, most: int) -> None:
        self.least, self.most = least, most

    def __call__(self, form: Form, field: Field) -> None:
        if field.data is not None and not self.least <= field.data <= self.most:
            raise ValidationError(
                _("Write a number between %(least)s and %(most)s", least=self.least, most=self.most)
            )


class EmailAddress:
    """Looks like an e-mail address; nothing written is fine."""

    def __call__(self, form: Form, field: Field) -> None:
        if field.data:
            try:
                validate_email(field.data, check_deliverability=False)
            except EmailNotValidError as error:
                raise ValidationError(_("Write an e-mail address like name@example.org")) from error


def in_both(form: Form, name: str, lang: Language) -> str:
    """What is written in one language of a pair."""
    return str(form[f"{name}_{lang}"].data or "")
