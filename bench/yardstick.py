"""The yardstick: the least that a web survey can be, and still keep what it is told.

A bare Flask application with five plain Jinja pages of the same questions, which stores the same
answers durably in SQLite (WAL, a full sync at each commit). No languages, no checks, no errors, no
protection of forms: what the product costs beside it is what those cost. Each request opens the
database and closes it, as Flask's own manual shows it.

`python -m bench.yardstick PORT FILE THREADS` serves it with waitress.
"""

from __future__ import annotations

import json
import secrets
import sqlite3
import sys

import waitress
from flask import Flask, g, redirect, render_template, request
from jinja2 import DictLoader
from werkzeug.wrappers import Response

from . import instrument

PAGE = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>{{ section.title.en }}</title></head>
<body><h1>{{ section.title.en }}</h1>
<form method="post" action="/{{ number }}">
{% for question in section.questions %}
{% if question.options is defined %}
<fieldset><legend>{{ question.text.en }}</legend>
{% for option in question.options %}
<label><input type="{{ "checkbox" if question.type == "multiple_choice" else "radio" }}" name="{{ question.name }}" value="{{ option.code }}"> {{ option.text.en }}</label>
{% endfor %}
</fieldset>
{% else %}
<label>{{ question.text.en }} <input name="{{ question.name }}"></label>
{% endif %}
{% endfor %}
<button>Continue</button>
</form></body></html>"""


def make_app(file: str) -> Flask:
    """The application, keeping its answers in this SQLite file."""
    app = Flask(__name__)
    app.jinja_loader = DictLoader({"page.html": PAGE})  # compiled once, as a file would be
    sections = instrument.document().sections

    def database() -> sqlite3.Connection:
        """The request's own connection, as Flask's manual has it."""
        if "database" not in g:
            g.database = sqlite3.connect(file, timeout=10, isolation_level=None)
            g.database.execute("PRAGMA synchronous = FULL")
        return g.database

    @app.teardown_appcontext
    def close(_error: BaseException | None) -> None:
        if "database" in g:
            g.pop("database").close()

    with app.app_context():
        database().execute("PRAGMA journal_mode = WAL")
        database().execute(
            "CREATE TABLE IF NOT EXISTS response (id TEXT PRIMARY KEY, answers TEXT, done INTEGER)"
        )

    @app.get("/<int:number>")
    def show(number: int) -> str:
        return render_template("page.html", section=sections[number - 1], number=number)

    @app.post("/<int:number>")
    def save(number: int) -> Response:
        response_id = request.cookies.get("response") or secrets.token_urlsafe(16)
        sent = request.form.to_dict(flat=False)
        db = database()
        db.execute("BEGIN IMMEDIATE")
        row = db.execute("SELECT answers FROM response WHERE id = ?", (response_id,)).fetchone()
        answers = {**(json.loads(row[0]) if row else {}), **sent}
        db.execute(
            "INSERT OR REPLACE INTO response VALUES (?, ?, ?)",
            (response_id, json.dumps(answers), number == len(sections)),
        )
        db.execute("COMMIT")
        goal = redirect("/thanks" if number == len(sections) else f"/{number + 1}", 303)
        goal.set_cookie("response", response_id, httponly=True)
        return goal

    @app.get("/thanks")
    def thanks() -> str:
        return "<!doctype html><title>Thank you</title><h1>Thank you</h1>"

    return app


if __name__ == "__main__":
    waitress.serve(
        make_app(sys.argv[2]), host="127.0.0.1", port=int(sys.argv[1]), threads=int(sys.argv[3])
    )
